/**
 * Reads links to other data, kept as SSSOM mapping sets: {@link Sssom} is the entry. {@link
 * SssomFile} adds to them.
 */
@NullMarked
package org.w3id.scokg.link;

import org.jspecify.annotations.NullMarked;
