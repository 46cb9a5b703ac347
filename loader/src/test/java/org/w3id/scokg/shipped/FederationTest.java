package org.w3id.scokg.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.scokg.NamedQuery;
import org.w3id.scokg.Project;
import org.w3id.scokg.server.SparqlServer;

/**
 * The named queries that join this graph with Wikidata, asked of a stand-in for it: from this side
 * with {@code SERVICE} to Wikidata, and from Wikidata's side with {@code SERVICE} to our own
 * server. The stand-in's values are invented, so what is expected stands with the tests.
 */
@ExtendWith(BuiltOnce.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FederationTest {

  private static final Path ANSWERS = Path.of("src/test/resources/federation/answers");
  private static final String WIKIDATA = "SERVICE <https://query.wikidata.org/sparql>";
  private static final String OURS = "SERVICE <http://localhost:3030/sparql>";

  private final FusekiServer wikidata =
      FusekiServer.create()
          .port(0)
          .add("/sparql", RDFDataMgr.loadDataset("federation/wikidata-extract.ttl"))
          .build()
          .start();

  private final ShippedGraph graph;
  private final SparqlServer server;

  FederationTest(ShippedGraph graph) {
    this.graph = graph;
    this.server = graph.serve();
  }

  @AfterAll
  void stop() {
    server.close();
    wikidata.stop();
  }

  private static List<NamedQuery> federated() {
    Project project = Project.open(ShippedGraph.PROJECT, ShippedGraph.PROJECT);
    return NamedQuery.all(project, problem -> {}).stream()
        .filter(query -> query.text().contains("SERVICE <"))
        .toList();
  }

  static Stream<String> fromHere() {
    return federated().stream().filter(q -> q.target().isEmpty()).map(NamedQuery::name);
  }

  static Stream<String> fromThere() {
    return federated().stream().filter(q -> q.target().isPresent()).map(NamedQuery::name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fromHere")
  void ourThingsAreJoinedToTheirItemsByTheLinks(String name) throws IOException {
    assertThat(graph.answerWithService(textFor(name, WIKIDATA, theirs())))
        .isEqualTo(expected(name));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fromThere")
  void theirItemsAreJoinedToOurThingsByTheLinks(String name) throws IOException {
    String query = textFor(name, OURS, server.endpoints().get(0).toString());

    assertThat(
            ShippedGraph.answer(
                wikidata.getDataAccessPointRegistry().get("/sparql").getDataService().getDataset(),
                query,
                true))
        .isEqualTo(expected(name));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fromHere")
  void nobodyIsAskedUnlessServiceIsAllowed(String name) throws IOException {
    String query = textFor(name, WIKIDATA, theirs());

    assertThatThrownBy(() -> graph.answer(query)).isInstanceOf(QueryDeniedException.class);
  }

  @Test
  void aQueryFromTheOtherSideNamesTheEndpointItIsAskedAt() {
    assertThat(federated().stream().flatMap(query -> query.target().stream()))
        .isNotEmpty()
        .containsOnly("https://query.wikidata.org/sparql");
    assertThat(
            graph.ask(
                """
                PREFIX schema: <https://schema.org/>
                ASK { <https://w3id.org/sco-kg/query/from-wikidata-members>
                        schema:target <https://query.wikidata.org/sparql> }
                """))
        .isTrue();
  }

  @Test
  void everyAnswerHasItsQuery() throws IOException {
    try (Stream<Path> files = Files.list(ANSWERS)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrderElementsOf(
              federated().stream().map(query -> query.name() + ".csv").toList());
    }
  }

  private String theirs() {
    return "http://localhost:" + wikidata.getHttpPort() + "/sparql";
  }

  private static String expected(String name) throws IOException {
    return Files.readString(ANSWERS.resolve(name + ".csv"));
  }

  /** A query as it ships, but for the address. */
  private static String textFor(String name, String service, String address) throws IOException {
    String text = Files.readString(ShippedGraph.PROJECT.resolve("queries/" + name + ".rq"));
    assertThat(text).containsOnlyOnce(service);
    return text.replace(service, "SERVICE <" + address + ">");
  }
}
