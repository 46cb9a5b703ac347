package org.w3id.scokg.cli;

import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.Dataset;
import org.w3id.scokg.reconcile.Names;
import org.w3id.scokg.reconcile.Vocabulary;

/** Indexes the names of a graph once for all parts of a server that look for names. */
final class SharedNames {

  private final Vocabulary vocabulary;
  private @Nullable DatasetGraph graph;
  private @Nullable Names names;

  /** Names in the terms of a project's dataset. */
  SharedNames(Dataset dataset) {
    this.vocabulary =
        new Vocabulary(
            dataset.title(),
            dataset.entitySpace(),
            dataset.termSpace(),
            dataset.prefixes(),
            dataset.languages());
  }

  /** The names of a graph; those of the graph that was asked for last are kept. */
  synchronized Names of(DatasetGraph asked) {
    Names known = names;
    if (known == null || graph != asked) {
      known = Names.of(asked, vocabulary);
      names = known;
      graph = asked;
    }
    return known;
  }
}
