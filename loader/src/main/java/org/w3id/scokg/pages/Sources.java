package org.w3id.scokg.pages;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;

/**
 * The sources of a graph and how many facts were taken from each; counted on a thread of its own
 * from the start on. Safe for use by many threads.
 */
final class Sources {

  /** How many facts are known by name, to tell which of them somebody meant. */
  private static final int NAMED = 20_000;

  private final CompletableFuture<Counted> counted = new CompletableFuture<>();

  /** What was counted. */
  private record Counted(Map<String, Integer> facts, Set<String> named) {}

  private Sources() {}

  static Sources of(DatasetGraph dataset) {
    Sources sources = new Sources();
    Thread thread = new Thread(() -> sources.complete(dataset), "sources");
    thread.setDaemon(true);
    thread.start();
    return sources;
  }

  private void complete(DatasetGraph dataset) {
    try {
      counted.complete(Txn.calculateRead(dataset, () -> count(dataset)));
    } catch (RuntimeException | Error e) {
      counted.completeExceptionally(e);
    }
  }

  private static Counted count(DatasetGraph dataset) {
    Map<String, Integer> facts = new TreeMap<>();
    Set<String> named = new LinkedHashSet<>();
    Iterator<Quad> quads = dataset.findNG(Node.ANY, Node.ANY, Terms.DERIVED_FROM, Node.ANY);
    while (quads.hasNext()) {
      Quad quad = quads.next();
      if (quad.getSubject().isURI() && quad.getObject().isURI()) {
        facts.merge(quad.getObject().getURI(), 1, Integer::sum);
        if (named.size() < NAMED) {
          named.add(quad.getSubject().getURI());
        }
      }
    }
    return new Counted(Collections.unmodifiableMap(facts), Collections.unmodifiableSet(named));
  }

  /** How many facts were taken from each source, by its IRI. */
  Map<String, Integer> facts() {
    return counted.join().facts;
  }

  /** The IRIs of facts, at most {@value #NAMED}. */
  Set<String> named() {
    return counted.join().named;
  }

  /** Waits until the graph is read no more. */
  void settle() {
    counted.handle((ready, failure) -> ready).join();
  }
}
