/**
 * Draws what a graph holds, as SVG: maps, timelines, networks and charts. It reads no graph and
 * knows no page; begins at {@link org.w3id.scokg.draw.View}.
 */
@NullMarked
package org.w3id.scokg.draw;

import org.jspecify.annotations.NullMarked;
