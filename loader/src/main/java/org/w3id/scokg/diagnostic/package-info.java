/** What is wrong with an input, where, why, and what to do: {@link Diagnostic} is the entry. */
@NullMarked
package org.w3id.scokg.diagnostic;

import org.jspecify.annotations.NullMarked;
