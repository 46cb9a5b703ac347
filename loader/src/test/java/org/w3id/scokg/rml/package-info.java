/** Tests of the RML engine. */
@NullMarked
package org.w3id.scokg.rml;

import org.jspecify.annotations.NullMarked;
