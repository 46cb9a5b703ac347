/** Reads links to other data, kept as SSSOM mapping sets: {@link Sssom} is the entry. */
@NullMarked
package org.w3id.scokg.link;

import org.jspecify.annotations.NullMarked;
