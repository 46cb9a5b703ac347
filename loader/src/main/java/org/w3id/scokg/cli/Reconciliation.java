package org.w3id.scokg.cli;

import org.w3id.scokg.Dataset;
import org.w3id.scokg.reconcile.ReconciliationService;
import org.w3id.scokg.reconcile.Vocabulary;
import org.w3id.scokg.server.Extension;

/** The reconciliation service as part of the server. */
final class Reconciliation {

  private Reconciliation() {}

  /** The service at {@code /reconcile}, in the terms of a project's dataset. */
  static Extension of(Dataset dataset) {
    Vocabulary vocabulary =
        new Vocabulary(
            dataset.title(),
            dataset.entitySpace(),
            dataset.termSpace(),
            dataset.prefixes(),
            dataset.languages());
    return new Extension("/reconcile", graph -> new ReconciliationService(graph, vocabulary));
  }
}
