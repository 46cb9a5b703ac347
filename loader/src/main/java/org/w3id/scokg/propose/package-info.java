/**
 * Asks services of the Reconciliation Service API 0.2 for links, and keeps what they propose until
 * somebody has reviewed it: {@link Inquiry} asks, {@link Review} decides, {@link Verification} asks
 * again.
 */
@NullMarked
package org.w3id.scokg.propose;

import org.jspecify.annotations.NullMarked;
