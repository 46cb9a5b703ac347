package org.w3id.scokg.store;

import java.util.List;

/**
 * What a load has made.
 *
 * @param statements how many statements came in, repeated ones included
 * @param quads how many are in named graphs, without repeated ones
 * @param triples how many are in the default graph, without repeated ones
 * @param graphs how many named graphs there are
 * @param largestGraphs the largest named graphs, the largest first
 * @param predicates how many triples each predicate has, the most first: of the default graph, or,
 *     where that is empty, of the union of the named ones
 */
public record LoadReport(
    long statements,
    long quads,
    long triples,
    long graphs,
    List<Count> largestGraphs,
    List<Count> predicates) {

  /** Copies the lists. */
  public LoadReport {
    largestGraphs = List.copyOf(largestGraphs);
    predicates = List.copyOf(predicates);
  }

  /**
   * A term and how many statements have it.
   *
   * @param term its IRI, or its label if it is a blank node
   */
  public record Count(String term, long statements) {}
}
