package org.w3id.scokg.cli;

import org.w3id.scokg.reconcile.ReconciliationService;
import org.w3id.scokg.server.Extension;

/** The reconciliation service as part of the server. */
final class Reconciliation {

  private Reconciliation() {}

  /** The service at {@code /reconcile}. */
  static Extension of(SharedNames names) {
    return new Extension(
        "/reconcile", (graph, build) -> new ReconciliationService(names.of(graph)));
  }
}
