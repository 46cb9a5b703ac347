/** Tests of what builds are kept and which is current. */
@NullMarked
package org.w3id.scokg.publish;

import org.jspecify.annotations.NullMarked;
