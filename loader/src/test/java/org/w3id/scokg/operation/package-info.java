/** Tests of what looks after a server. */
@NullMarked
package org.w3id.scokg.operation;

import org.jspecify.annotations.NullMarked;
