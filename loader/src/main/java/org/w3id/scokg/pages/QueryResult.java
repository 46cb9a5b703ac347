package org.w3id.scokg.pages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What a question of the project's own is answered with, as far as a page shows it.
 *
 * @param columns the names of the columns; none where the answer is no table
 * @param rows the cells, each empty where there is no value
 * @param text the answer where it is no table
 * @param isMore whether there is more than a page shows
 */
record QueryResult(
    List<String> columns, List<List<Optional<Node>>> rows, String text, boolean isMore) {

  /** How many rows are shown: {@value}. */
  static final int MOST = 500;

  private static final long PATIENCE_SECONDS = 10;

  QueryResult {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Asks, within a read transaction.
   *
   * @throws org.apache.jena.query.QueryException if that cannot be answered, or not in time
   */
  static QueryResult of(StoredQuery stored, Content content) {
    return of(QueryFactory.create(stored.text()), content, MOST);
  }

  /**
   * Asks, within a read transaction.
   *
   * @param most how many rows are read
   * @throws org.apache.jena.query.QueryException if that cannot be answered, or not in time
   */
  static QueryResult of(Query query, Content content, int most) {
    try (QueryExec execution =
        QueryExec.dataset(content.graphs().dataset())
            .query(query)
            .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .build()) {
      if (query.isAskType()) {
        return text(String.valueOf(execution.ask()), false);
      }
      if (query.isSelectType()) {
        return rows(execution.select(), most);
      }
      return triples(
          query.isConstructType() ? execution.constructTriples() : execution.describeTriples(),
          query);
    }
  }

  private static QueryResult text(String text, boolean isMore) {
    return new QueryResult(List.of(), List.of(), text, isMore);
  }

  private static QueryResult rows(RowSet found, int most) {
    List<Var> columns = found.getResultVars();
    List<List<Optional<Node>>> rows = new ArrayList<>();
    while (rows.size() < most && found.hasNext()) {
      Binding row = found.next();
      rows.add(columns.stream().map(column -> Optional.ofNullable(row.get(column))).toList());
    }
    return new QueryResult(
        columns.stream().map(Var::getVarName).toList(), rows, "", found.hasNext());
  }

  private static QueryResult triples(Iterator<Triple> found, Query query) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
    while (graph.size() < MOST && found.hasNext()) {
      graph.add(found.next());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RDFDataMgr.write(out, graph, Lang.TURTLE);
    return text(out.toString(StandardCharsets.UTF_8), found.hasNext());
  }
}
