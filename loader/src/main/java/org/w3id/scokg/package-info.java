/** Builds and checks the graph of a project: {@link GraphBuild} is the front door. */
@NullMarked
package org.w3id.scokg;

import org.jspecify.annotations.NullMarked;
