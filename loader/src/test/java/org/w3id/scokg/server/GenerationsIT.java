package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.BindingRoot;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.scokg.diagnostic.InputException;

/** A server goes from one build to the next while it answers. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GenerationsIT {

  private static final String COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }";

  @TempDir Path folder;

  private TestProject project = new TestProject(Path.of(""));
  private final Gate gate = new Gate();

  @BeforeEach
  void build() throws IOException {
    folder = folder.toRealPath();
    project = TestProject.in(folder);
    project.build("second", "PREFIX ex: <https://example.org/> ex:g { ex:s ex:p 1 , 2 , 3 , 4 }");
  }

  private SparqlServer serve() {
    return SparqlServer.start(
        project.config(), folder, SparqlServer.LOOPBACK, 0, List.of(gate.extension()));
  }

  private Path build(String id) {
    return folder.resolve("builds").resolve(id);
  }

  private void switchTo(SparqlServer server, String id) {
    try (Candidate next = server.open(build(id))) {
      next.serve();
    }
  }

  private static HttpResponse<String> count(SparqlServer server) {
    return Http.get(server.endpoints().get(0), COUNT, "text/csv");
  }

  private HttpResponse<String> gate(SparqlServer server, String path) {
    URI address = URI.create(server.uri(gate.extension()) + path);
    return Http.send(HttpRequest.newBuilder(address));
  }

  /** A request that has begun on the present build and will go on until the gate is opened. */
  private CompletableFuture<HttpResponse<String>> waiting(SparqlServer server)
      throws InterruptedException {
    var answer = CompletableFuture.supplyAsync(() -> gate(server, "/wait"));
    gate.entered.await();
    return answer;
  }

  private static String build(HttpResponse<?> answer) {
    return answer.headers().firstValue("X-Build").orElse("none");
  }

  @Test
  void everyAnswerNamesItsBuild() {
    try (SparqlServer server = serve()) {
      assertThat(build(count(server))).isEqualTo("first");
      assertThat(build(gate(server, ""))).isEqualTo("first");
      assertThat(build(Http.send(HttpRequest.newBuilder(server.uri().resolve("/nowhere")))))
          .isEqualTo("first");
      assertThat(build(Http.get(server.endpoints().get(0), "SELECT", "*/*"))).isEqualTo("first");
    }
  }

  @Test
  void newRequestsAreAnsweredFromTheNextBuild() {
    try (SparqlServer server = serve()) {
      assertThat(count(server).body()).isEqualTo("n\r\n3\r\n");
      switchTo(server, "second");
      assertThat(count(server).body()).isEqualTo("n\r\n4\r\n");
      assertThat(build(count(server))).isEqualTo("second");
      assertThat(gate(server, "").body()).isEqualTo("4");
      assertThat(server.build()).isEqualTo(build("second"));
    }
  }

  @Test
  void aServiceDescriptionCountsTheBuildThatIsServed() {
    try (SparqlServer server = serve()) {
      HttpRequest.Builder ask = HttpRequest.newBuilder(server.endpoints().get(0));
      assertThat(Http.send(ask).body()).contains("void:triples  2");
      switchTo(server, "second");
      assertThat(Http.send(ask).body()).contains("void:triples  4");
    }
  }

  @Test
  void aRequestSeesOneBuildFromItsStartToItsEnd() throws Exception {
    try (SparqlServer server = serve()) {
      var begun = waiting(server);
      switchTo(server, "second");
      assertThat(gate(server, "").body()).isEqualTo("4");
      assertThat(server.hasOpen(build("first"))).isTrue();

      gate.open.countDown();

      assertThat(begun.get().body()).isEqualTo("3");
      assertThat(build(begun.get())).isEqualTo("first");
    }
  }

  @Test
  void aBuildThatRequestsStillRunOnCanBeServedAgain() throws Exception {
    try (SparqlServer server = serve()) {
      var begun = waiting(server);
      switchTo(server, "second");
      switchTo(server, "first");
      gate.open.countDown();
      assertThat(begun.get().body()).isEqualTo("3");
      server.awaitDrained();
      assertThat(count(server).body()).isEqualTo("n\r\n3\r\n");
      assertThat(server.hasOpen(build("second"))).isFalse();
    }
  }

  @Test
  void aRequestThatDoesNotEndIsStoppedAndItsBuildClosed() throws Exception {
    project.configure(setting("scokg:drainSeconds", "1"));
    try (SparqlServer server = serve()) {
      var endless = waiting(server);
      switchTo(server, "second");
      server.awaitDrained();
      assertThat(server.hasOpen(build("first"))).isFalse();
      assertThat(endless.get().statusCode()).isEqualTo(500);
      assertThat(count(server).body()).isEqualTo("n\r\n4\r\n");
    }
  }

  @Test
  void aFormerBuildIsClosedAndForgotten() throws Exception {
    try (SparqlServer server = serve()) {
      count(server);
      gate(server, "");
      assertThat(OpenFiles.below(build("first"))).isNotEmpty();

      switchTo(server, "second");
      server.awaitDrained();

      assertThat(OpenFiles.leftBelow(build("first"))).isEmpty();
      assertThat(OpenFiles.below(build("second"))).isNotEmpty();
      // TDB2's own lock is exclusive: had ours been left, this would be refused.
      var writer =
          DatabaseMgr.connectDatasetGraph(
              org.apache.jena.dboe.base.file.Location.create(project.database("first").toString()));
      TDBInternal.expel(writer);
    }
    assertThat(OpenFiles.leftBelow(folder)).isEmpty();
  }

  @Test
  void aDamagedBuildIsNotServed() throws IOException {
    Files.delete(project.storage("second").resolve("GSPO.dat"));
    try (SparqlServer server = serve()) {
      assertThatThrownBy(() -> server.open(build("second")))
          .isInstanceOf(InputException.class)
          .hasMessage(
              """
              builds/second/database: error: the database is damaged: the file 'GSPO.dat' is missing
                why: a build is complete or it is none
                fix: delete the build and make it again with "scokg build\"""");
      assertThat(count(server).body()).isEqualTo("n\r\n3\r\n");
    }
  }

  @Test
  void aBuildThatAnExtensionCannotAnswerFromIsNotServed() {
    project.build("third", "PREFIX ex: <https://example.org/> { ex:s ex:p 1 , 2 , 3 , 4 , 5 , 6 }");
    try (SparqlServer server = serve()) {
      assertThatThrownBy(() -> server.open(build("third")))
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("that is too much");
      assertThat(server.hasOpen(build("third"))).isFalse();
      assertThat(count(server).body()).isEqualTo("n\r\n3\r\n");
    }
  }

  @Test
  void aCandidateThatIsNotTakenIsClosed() {
    try (SparqlServer server = serve()) {
      server.open(build("second")).close();
      assertThat(server.hasOpen(build("second"))).isFalse();
      assertThat(build(count(server))).isEqualTo("first");
    }
  }

  @Test
  void queriesArePlannedByTheDatabase() {
    try (SparqlServer server = serve();
        Candidate next = server.open(build("second"))) {
      Query query = QueryFactory.create(COUNT);
      Plan plan =
          QueryEngineRegistry.findFactory(query, next.dataset(), ARQ.getContext())
              .create(query, next.dataset(), BindingRoot.create(), ARQ.getContext());
      // The general engine would go graph by graph.
      assertThat(plan.getOp().toString()).contains("(quadpattern (quad ?g ?s ?p ?o))");
    }
  }

  @Test
  void twoServicesShareADatabase() {
    project.configure(
        TestProject.shipped()
            + """

            :other a fuseki:Service ;
                fuseki:name     "other" ;
                fuseki:endpoint [ fuseki:operation fuseki:query ] ;
                fuseki:dataset  :database .
            """);
    try (SparqlServer server = serve()) {
      switchTo(server, "second");
      assertThat(server.endpoints())
          .hasSize(2)
          .allSatisfy(
              endpoint ->
                  assertThat(Http.get(endpoint, COUNT, "text/csv").body()).isEqualTo("n\r\n4\r\n"));
    }
    assertThat(OpenFiles.leftBelow(folder)).isEmpty();
  }

  /** The configuration that ships, with one more setting. */
  static String setting(String name, String value) {
    return TestProject.shipped()
        .replace(
            "ja:context [ ja:cxtName \"arq:queryTimeout\"",
            "ja:context [ ja:cxtName \"%s\" ; ja:cxtValue \"%s\" ] ;\n    ja:context [ ja:cxtName \"arq:queryTimeout\""
                .formatted(name, value));
  }
}
