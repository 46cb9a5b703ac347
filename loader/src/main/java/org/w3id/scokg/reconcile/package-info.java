/**
 * Answers the Reconciliation Service API 0.2 from a graph; begins at {@link
 * org.w3id.scokg.reconcile.ReconciliationService}.
 */
@NullMarked
package org.w3id.scokg.reconcile;

import org.jspecify.annotations.NullMarked;
