/** Tests of the loader: whatever it makes is what Jena would have made. */
@NullMarked
package org.w3id.scokg.store;

import org.jspecify.annotations.NullMarked;
