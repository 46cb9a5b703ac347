package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The W3C's cases of queries, SPARQL 1.0 and 1.1, are answered over HTTP as Fuseki as it comes
 * answers them, with every bound in force.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkingGroupCasesIT {

  /** What is not about queries, or asks other endpoints or wants entailment. */
  private static final Set<String> WITHOUT =
      Set.of(
          "add",
          "basic-update",
          "clear",
          "copy",
          "delete",
          "delete-data",
          "delete-insert",
          "delete-where",
          "drop",
          "entailment",
          "move",
          "service",
          "syntax-update-1",
          "syntax-update-2",
          "update-silent",
          "syntax-fed",
          "service-description",
          "protocol");

  private TestProject project;
  private SparqlServer server;
  private FusekiServer stock;
  private String served = "";
  private int builds;

  static Stream<WorkingGroupCase> cases() {
    return Stream.of(
            "testcases-sparql-1.0-w3c/data-r2/manifest-evaluation.ttl",
            "testcases-sparql-1.0-w3c/data-r2/manifest-syntax.ttl",
            "testcases-sparql-1.1-w3c/manifest-all.ttl")
        .flatMap(manifest -> WorkingGroupCase.in(manifest, WITHOUT).stream());
  }

  @BeforeAll
  void serve(@TempDir Path folder) {
    project = TestProject.in(folder);
    project.configure(
        TestProject.shipped()
            .replace("tdb2:unionDefaultGraph true", "tdb2:unionDefaultGraph false")
            .replace(
                "ja:context [ ja:cxtName \"arq:queryTimeout\"",
                "ja:context [ ja:cxtName \"scokg:queriesInARow\" ; ja:cxtValue \"100000\" ] ;"
                    + " ja:context [ ja:cxtName \"arq:queryTimeout\""));
    server = project.serve();
    stock =
        FusekiServer.create()
            .port(0)
            .loopback(true)
            .add("/sparql", DatabaseMgr.createDatasetGraph())
            .build()
            .start();
  }

  @AfterAll
  void close() {
    server.close();
    stock.stop();
  }

  private void serve(WorkingGroupCase test) {
    String wanted = test.data() + " " + test.named();
    if (wanted.equals(served)) {
      return;
    }
    String build = "case" + builds++;
    project.build(build, test::readInto);
    server.open(project.folder().resolve("builds").resolve(build)).serve();
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    Txn.executeWrite(dataset, () -> test.readInto(dataset));
    offer(dataset);
    served = wanted;
  }

  /** Lets stock answer from another dataset. */
  private void offer(DatasetGraph dataset) {
    stock.getDataAccessPointRegistry().remove("/sparql");
    DataService service = DataService.newBuilder(dataset).addEndpoint(Operation.Query, "").build();
    service.setEndpointProcessors(stock.getOperationRegistry());
    service.goActive();
    stock.getDataAccessPointRegistry().register(new DataAccessPoint("/sparql", service));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isAnsweredAsByStock(WorkingGroupCase test) {
    serve(test);
    URI theirs = URI.create("http://localhost:" + stock.getHttpPort() + "/sparql");
    String accept = "application/sparql-results+json, application/n-triples;q=0.9";

    HttpResponse<String> expected = Http.get(theirs, test.text(), accept);
    HttpResponse<String> answer = Http.get(server.endpoints().get(0), test.text(), accept);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected.statusCode());
    if (expected.statusCode() != 200) {
      return;
    }
    assertThat(Http.type(answer)).isEqualToIgnoringCase(Http.type(expected));
    if (Http.type(expected).equalsIgnoreCase(Lang.NTRIPLES.getHeaderString())) {
      assertThat(graph(answer).isIsomorphicWith(graph(expected))).isTrue();
    } else {
      assertThat(unlabelled(answer)).isEqualTo(unlabelled(expected));
    }
  }

  /** Blank nodes have other labels in another database, and STR of Jena shows them. */
  private static String unlabelled(HttpResponse<String> answer) {
    return answer.body().replaceAll("_:[0-9a-f]{16,}", "_:label");
  }

  private static Graph graph(HttpResponse<String> answer) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(answer.body(), Lang.NTRIPLES).parse(graph);
    return graph;
  }
}
