/** Health, metrics, logs and the end of a server: {@link Operation} is the entry. */
@NullMarked
package org.w3id.scokg.operation;

import org.jspecify.annotations.NullMarked;
