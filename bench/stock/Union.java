import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;

/**
 * The same queries of the same triples in one default graph, and in many graphs that are read as
 * one: {@code Union PLAIN GRAPHS}. Prints for each query its name and the medians, in milliseconds.
 */
final class Union {

  private static final String PREFIXES =
      """
      PREFIX ex: <https://example.org/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private static final int RUNS = 21;

  private Union() {}

  private static Map<String, String> queries() {
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put("subject", "SELECT * { <https://example.org/person/p4242> ?p ?o }");
    queries.put("object", "SELECT * { ?s ex:city <https://example.org/city/Osh> }");
    queries.put("predicate", "SELECT (COUNT(*) AS ?n) { ?s ex:height ?h }");
    queries.put("class", "SELECT ?s { ?s a ex:Person } LIMIT 10000");
    queries.put("group", "SELECT ?c (COUNT(*) AS ?n) { ?s ex:city ?c } GROUP BY ?c");
    queries.put("few", "SELECT * { ?s ex:born \"1980-05-05\"^^xsd:date ; ex:note ?note }");
    queries.put(
        "star",
        "SELECT (COUNT(*) AS ?n) { ?s ex:city <https://example.org/city/Osh> ;"
            + " ex:family \"Khan\" ; rdfs:label ?l }");
    queries.put(
        "join",
        "SELECT (COUNT(*) AS ?n) { ?a ex:born \"1980-05-05\"^^xsd:date ; ex:height ?h ."
            + " ?b ex:born \"1990-05-05\"^^xsd:date ; ex:height ?h }");
    return queries;
  }

  public static void main(String[] args) {
    DatasetGraph plain = DatabaseMgr.connectDatasetGraph(args[0]);
    DatasetGraph graphs = DatabaseMgr.connectDatasetGraph(args[1]);
    // Both are warmed up before either counts, and then take turns.
    queries().values().forEach(query -> ask(plain, graphs, query, 3));
    queries()
        .forEach(
            (name, query) -> {
              double[] medians = ask(plain, graphs, query, RUNS);
              System.out.printf(Locale.ROOT, "%s %.2f %.2f%n", name, medians[0], medians[1]);
            });
  }

  private static double[] ask(DatasetGraph plain, DatasetGraph graphs, String query, int runs) {
    List<Double> ofPlain = new ArrayList<>();
    List<Double> ofGraphs = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      long[] a = ask(plain, query, false);
      long[] b = ask(graphs, query, true);
      if (a[0] != b[0]) {
        throw new IllegalStateException("the answers differ: " + query);
      }
      ofPlain.add(a[1] / 1e6);
      ofGraphs.add(b[1] / 1e6);
    }
    return new double[] {median(ofPlain), median(ofGraphs)};
  }

  /** How many rows there are, and how many nanoseconds they took. */
  private static long[] ask(DatasetGraph database, String query, boolean union) {
    long start = System.nanoTime();
    long rows =
        Txn.calculateRead(
            database,
            () -> {
              try (QueryExec execution =
                  QueryExec.dataset(database)
                      .query(PREFIXES + query)
                      .set(TDB2.symUnionDefaultGraph, union)
                      .build()) {
                long count = 0;
                for (RowSet answers = execution.select(); answers.hasNext(); answers.next()) {
                  count++;
                }
                return count;
              }
            });
    return new long[] {rows, System.nanoTime() - start};
  }

  private static double median(List<Double> times) {
    Collections.sort(times);
    return times.get(times.size() / 2);
  }
}
