/** Tests of sources. */
@NullMarked
package org.w3id.scokg.source;

import org.jspecify.annotations.NullMarked;
