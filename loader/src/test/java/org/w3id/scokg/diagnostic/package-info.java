/** Tests of how problems are told. */
@NullMarked
package org.w3id.scokg.diagnostic;

import org.jspecify.annotations.NullMarked;
