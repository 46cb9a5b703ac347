/** Tests inference, rule by rule. */
@NullMarked
package org.w3id.scokg.infer;

import org.jspecify.annotations.NullMarked;
