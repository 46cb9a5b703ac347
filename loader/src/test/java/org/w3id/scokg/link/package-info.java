/** Tests of the SSSOM reader. */
@NullMarked
package org.w3id.scokg.link;

import org.jspecify.annotations.NullMarked;
