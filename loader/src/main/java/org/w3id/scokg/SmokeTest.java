package org.w3id.scokg;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;

/**
 * Asks a build those of its own queries whose head says what comes of them at least ({@code #
 * smoke: 8}). A build carries its queries, so an older one is asked what could be asked then.
 *
 * @param dataset the build's content
 * @param build its id
 */
record SmokeTest(DatasetGraph dataset, String build) {

  private static final long PATIENCE_SECONDS = 30;

  private static final String QUERIES =
      """
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      SELECT ?query ?text
      WHERE { ?query a sh:SPARQLExecutable ; sh:select|sh:ask|sh:construct ?text }
      ORDER BY ?query
      """;

  private static final Var QUERY = Var.alloc("query");
  private static final Var TEXT = Var.alloc("text");

  /** A query with the number of rows that is to come of it. */
  private record Expected(String file, String text, long least) {}

  /**
   * Asks the queries.
   *
   * @return how many there were
   * @throws org.w3id.scokg.diagnostic.InputException with those that gave too little
   */
  int run() {
    Diagnostics problems = new Diagnostics();
    int asked = Txn.calculateRead(dataset, () -> ask(problems));
    problems.throwIfAny();
    return asked;
  }

  private int ask(Diagnostics problems) {
    List<Expected> queries = queries();
    queries.forEach(query -> ask(query, problems));
    return queries.size();
  }

  private List<Expected> queries() {
    List<Expected> queries = new ArrayList<>();
    try (QueryExec execution = execution(QueryFactory.create(QUERIES))) {
      execution.select().forEachRemaining(row -> expected(row, queries));
    }
    return queries;
  }

  private static void expected(Binding row, List<Expected> queries) {
    String text = row.get(TEXT).getLiteralLexicalForm();
    OptionalLong least = NamedQuery.leastRows(text);
    if (least.isPresent()) {
      String name = row.get(QUERY).getURI().replaceFirst(".*/", "");
      queries.add(new Expected("queries/" + name + ".rq", text, least.getAsLong()));
    }
  }

  private void ask(Expected expected, Diagnostics problems) {
    try {
      Query query = QueryFactory.create(expected.text());
      long rows;
      try (QueryExec execution = execution(query)) {
        rows = rows(query, execution, expected.least());
      }
      if (rows < expected.least()) {
        problems.accept(
            problem(
                expected,
                "%s of %d rows come of this query in build %s"
                    .formatted(rows == 0 ? "none" : "only " + rows, expected.least(), build)));
      }
    } catch (QueryCancelledException e) {
      problems.accept(
          problem(
              expected,
              "this query takes more than %d seconds in build %s"
                  .formatted(PATIENCE_SECONDS, build)));
    } catch (RuntimeException e) {
      // TDB2 tells damage by a dozen unrelated exceptions, down to an index out of bounds.
      problems.accept(
          problem(expected, "this query fails in build %s: %s".formatted(build, e.getMessage())));
    }
  }

  private static Diagnostic problem(Expected query, String what) {
    return new Diagnostic(
        Location.of(query.file()),
        what,
        "its line '# smoke: %d' says what a build must give before it is published"
            .formatted(query.least()),
        "look for what has changed in the facts, or correct the number");
  }

  private QueryExec execution(Query query) {
    return QueryExec.dataset(dataset)
        .query(query)
        .set(ARQ.httpServiceAllowed, false)
        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .build();
  }

  /** Counts no further than needed. */
  private static long rows(Query query, QueryExec execution, long least) {
    if (query.isAskType()) {
      return execution.ask() ? least : 0;
    }
    if (query.isConstructType()) {
      return execution.construct().size();
    }
    return execution.select().stream().limit(least).count();
  }
}
