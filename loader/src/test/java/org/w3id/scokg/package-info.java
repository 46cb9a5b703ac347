/** Tests of the package, from within. */
@NullMarked
package org.w3id.scokg;

import org.jspecify.annotations.NullMarked;
