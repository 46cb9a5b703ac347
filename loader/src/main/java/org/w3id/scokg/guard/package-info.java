/** Keeps a query within what it may cost, wherever in the engine it spends: {@link Allowance}. */
@NullMarked
package org.w3id.scokg.guard;

import org.jspecify.annotations.NullMarked;
