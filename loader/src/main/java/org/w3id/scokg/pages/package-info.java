/**
 * Shows a graph to people and hands it out to programs, over HTTP; begins at {@link
 * org.w3id.scokg.pages.OpenSite}.
 */
@NullMarked
package org.w3id.scokg.pages;

import org.jspecify.annotations.NullMarked;
