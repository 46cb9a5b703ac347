/** Makes a build of a graph and switches to it: {@link Builds} is the entry. */
@NullMarked
package org.w3id.scokg.publish;

import org.jspecify.annotations.NullMarked;
