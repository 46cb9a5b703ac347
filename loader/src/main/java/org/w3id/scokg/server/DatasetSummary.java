package org.w3id.scokg.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.vocabulary.VOID;

/**
 * How much a dataset holds.
 *
 * @param triples the statements of its default graph
 * @param graphs the named graphs with their statements, largest first, at most {@link #LISTED}
 * @param graphCount how many named graphs there are
 * @param unionDefaultGraph whether the default graph is the union of the named ones
 * @param described the datasets that are described in it (VoID), at most {@link #LISTED}
 */
record DatasetSummary(
    long triples,
    Map<Node, Long> graphs,
    long graphCount,
    boolean unionDefaultGraph,
    List<Node> described) {

  /** How many named graphs are listed, so that a graph for each fact makes no book: {@value}. */
  static final int LISTED = 100;

  private static final Var COUNT = Var.alloc("n");
  private static final Var GRAPH = Var.alloc("g");

  /** Counts a dataset. */
  static DatasetSummary of(DatasetGraph dataset) {
    return Txn.calculateRead(
        dataset,
        () ->
            new DatasetSummary(
                count(dataset, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
                largest(dataset),
                count(dataset, "SELECT (COUNT(*) AS ?n) { GRAPH ?g {} }"),
                dataset.getContext().isTrue(TDB2.symUnionDefaultGraph)
                    || dataset.getContext().isTrue(ReadOnlyDatabase.HOLDS_UNION),
                described(dataset)));
  }

  /**
   * Those whose identifiers are said to begin in some way are described here, and not elsewhere.
   */
  private static List<Node> described(DatasetGraph dataset) {
    String query =
        "SELECT DISTINCT ?g { GRAPH ?any { ?g <%s> ?space } FILTER(isIRI(?g)) } ORDER BY ?g LIMIT %d"
            .formatted(VOID.uriSpace.getURI(), LISTED);
    List<Node> described = new ArrayList<>();
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
      execution.select().forEachRemaining(row -> described.add(row.get(GRAPH)));
    }
    return List.copyOf(described);
  }

  private static Map<Node, Long> largest(DatasetGraph dataset) {
    Map<Node, Long> graphs = new LinkedHashMap<>();
    String query =
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY DESC(?n) ?g LIMIT "
            + LISTED;
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
      RowSet rows = execution.select();
      rows.forEachRemaining(row -> graphs.put(row.get(GRAPH), number(row)));
    }
    return graphs;
  }

  private static long count(DatasetGraph dataset, String query) {
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
      return number(execution.select().next());
    }
  }

  private static long number(Binding row) {
    return ((Number) row.get(COUNT).getLiteralValue()).longValue();
  }
}
