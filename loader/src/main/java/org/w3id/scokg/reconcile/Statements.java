package org.w3id.scokg.reconcile;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** What a graph says of things, as far as names are concerned: thing by thing, in one order. */
final class Statements {

  private final List<Statement> sorted;

  private Statements(List<Statement> sorted) {
    this.sorted = sorted;
  }

  /** What some quads say, which may be the same several times. */
  static Statements of(Iterable<Quad> quads, EntitySpace space) {
    List<Statement> statements = new ArrayList<>();
    quads.forEach(quad -> Statement.of(quad, space).ifPresent(statements::add));
    return sorted(statements);
  }

  /** What a graph says; it is read within a transaction of the caller's. */
  static Statements in(DatasetGraph graph, EntitySpace space) {
    List<Statement> statements = new ArrayList<>();
    for (Role role : Role.values()) {
      graph
          .findNG(Node.ANY, Node.ANY, role.property(), Node.ANY)
          .forEachRemaining(quad -> Statement.of(quad, space).ifPresent(statements::add));
    }
    return sorted(statements);
  }

  private static Statements sorted(List<Statement> statements) {
    statements.sort(Statement.ORDER);
    return new Statements(statements);
  }

  /** Takes what is said of a thing. */
  interface Taker {

    /** Takes what is said of a thing, names that count more first. */
    void take(String iri, List<Statement> said) throws IOException;
  }

  /**
   * Hands over one thing after the other.
   *
   * @throws InterruptedIOException if the thread is told to stop
   */
  void each(Taker taker) throws IOException {
    int end;
    for (int start = 0; start < sorted.size(); start = end) {
      String iri = sorted.get(start).iri();
      end = start + 1;
      while (end < sorted.size() && sorted.get(end).iri().equals(iri)) {
        end++;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("the work was told to stop");
      }
      taker.take(iri, sorted.subList(start, end));
    }
  }

  /** The direct superclasses of each class that has any. */
  Map<String, Set<String>> superclasses() {
    Map<String, Set<String>> superclasses = new HashMap<>();
    for (Statement statement : sorted) {
      if (statement.role() == Role.SUPERCLASS) {
        superclasses
            .computeIfAbsent(statement.iri(), i -> new LinkedHashSet<>())
            .add(statement.text());
      }
    }
    return superclasses;
  }
}
