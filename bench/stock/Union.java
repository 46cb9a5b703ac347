import java.util.Arrays;
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
 * The same queries of the same triples in one default graph, in many graphs that the default graph
 * is the union of, and in many graphs of which TDB2 makes the union for each query: {@code Union
 * PLAIN UNION GRAPHS}. Prints for each query its name and the medians, in milliseconds.
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

  /**
   * A way to have the triples.
   *
   * @param database where they are
   * @param isMadeUp whether TDB2 makes the union of the graphs for each query
   */
  private record Way(DatasetGraph database, boolean isMadeUp) {}

  public static void main(String[] args) {
    DatasetGraph graphs = DatabaseMgr.connectDatasetGraph(args[2]);
    List<Way> ways =
        List.of(
            new Way(DatabaseMgr.connectDatasetGraph(args[0]), false),
            new Way(DatabaseMgr.connectDatasetGraph(args[1]), false),
            new Way(graphs, true));
    // All are warmed up before any counts, and then take turns.
    queries().values().forEach(query -> ask(ways, query, 3));
    queries()
        .forEach(
            (name, query) -> {
              double[] medians = ask(ways, query, RUNS);
              System.out.printf(
                  Locale.ROOT, "%s %.2f %.2f %.2f%n", name, medians[0], medians[1], medians[2]);
            });
  }

  private static double[] ask(List<Way> ways, String query, int runs) {
    double[][] times = new double[ways.size()][runs];
    for (int run = 0; run < runs; run++) {
      long rows = -1;
      for (int way = 0; way < times.length; way++) {
        long[] asked = ask(ways.get(way), query);
        if (way > 0 && asked[0] != rows) {
          throw new IllegalStateException("the answers differ: " + query);
        }
        rows = asked[0];
        times[way][run] = asked[1] / 1e6;
      }
    }
    return Arrays.stream(times).mapToDouble(Union::median).toArray();
  }

  /** How many rows there are, and how many nanoseconds they took. */
  private static long[] ask(Way way, String query) {
    long start = System.nanoTime();
    long rows =
        Txn.calculateRead(
            way.database,
            () -> {
              try (QueryExec execution =
                  QueryExec.dataset(way.database)
                      .query(PREFIXES + query)
                      .set(TDB2.symUnionDefaultGraph, way.isMadeUp)
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

  private static double median(double[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }
}
