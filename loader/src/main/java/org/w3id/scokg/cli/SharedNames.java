package org.w3id.scokg.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.Dataset;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.reconcile.Names;
import org.w3id.scokg.reconcile.Vocabulary;
import org.w3id.scokg.server.ReadOnlyDatabase;

/**
 * The names of a graph for all parts of a server that look for names: from the disk where they were
 * built with the graph; else indexed in memory, once for all parts.
 */
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

  /**
   * The names of a graph, to be closed by who asks; those in memory of the graph that was asked for
   * last are kept.
   *
   * @throws InputException if those on the disk are damaged
   */
  synchronized Names of(DatasetGraph asked) {
    return ReadOnlyDatabase.folder(asked)
        .map(database -> database.resolveSibling("names"))
        .flatMap(folder -> built(folder, asked))
        .orElseGet(() -> inMemory(asked));
  }

  private Optional<Names> built(Path folder, DatasetGraph asked) {
    try {
      return Names.open(folder, asked, vocabulary);
    } catch (IOException e) {
      InputException damaged =
          new InputException(
              new Diagnostic(
                  Location.of(folder.toString()),
                  "the index of names is damaged: " + e.getMessage(),
                  "a build is complete or it is none",
                  "delete the build and make it again with 'scokg build'"));
      damaged.initCause(e);
      throw damaged;
    }
  }

  private Names inMemory(DatasetGraph asked) {
    Names known = names;
    if (known == null || graph != asked) {
      known = Names.of(asked, vocabulary);
      names = known;
      graph = asked;
    }
    return known;
  }
}
