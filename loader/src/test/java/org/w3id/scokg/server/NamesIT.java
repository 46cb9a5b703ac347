package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.scokg.reconcile.Names;
import org.w3id.scokg.reconcile.NamesWriter;
import org.w3id.scokg.reconcile.ReconciliationService;
import org.w3id.scokg.reconcile.Vocabulary;

/** The names of a build are open as long as the build is served, and no longer. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NamesIT {

  private static final String ID = "https://example.org/id/";
  private static final Vocabulary VOCABULARY =
      new Vocabulary("Towns", ID, "https://example.org/ontology#", Map.of(), List.of("en"));

  @TempDir Path folder;

  private TestProject project = new TestProject(Path.of(""));

  @BeforeEach
  void build() throws IOException {
    folder = folder.toRealPath();
    project = TestProject.in(folder);
    for (String build : List.of("first", "second")) {
      String trig =
          "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> <%sit> skos:prefLabel \"Town %s\" ."
              .formatted(ID, build);
      project.build(build, trig);
      DatasetGraph content = DatasetGraphFactory.create();
      RDFParser.fromString(trig, Lang.TRIG).parse(content);
      NamesWriter.of(ID, List.of("en")).write(Iter.toList(content.find()), names(build));
    }
  }

  private Path names(String build) {
    return project.database(build).resolveSibling("names");
  }

  private static HttpServlet service(DatasetGraph graph) {
    Path folder = ReadOnlyDatabase.folder(graph).orElseThrow().resolveSibling("names");
    try {
      return new ReconciliationService(Names.open(folder, graph, VOCABULARY).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SparqlServer serve(Extension... more) {
    List<Extension> extensions = new ArrayList<>(List.of(more));
    extensions.add(0, new Extension("/reconcile", (graph, build) -> service(graph)));
    return SparqlServer.start(project.config(), folder, SparqlServer.LOOPBACK, 0, extensions);
  }

  private static String suggested(SparqlServer server) {
    URI address = server.uri().resolve("/reconcile/suggest/entity?prefix=tow");
    return Http.send(HttpRequest.newBuilder(address)).body();
  }

  private Path build(String id) {
    return folder.resolve("builds").resolve(id);
  }

  @Test
  void namesAreThoseOfTheBuildThatIsServed() throws Exception {
    try (SparqlServer server = serve()) {
      assertThat(suggested(server)).contains("\"name\":\"Town first\"");
      assertThat(OpenFiles.below(names("first"))).isNotEmpty();

      try (Candidate next = server.open(build("second"))) {
        next.serve();
      }
      server.awaitDrained();

      assertThat(suggested(server)).contains("\"name\":\"Town second\"");
      assertThat(OpenFiles.leftBelow(build("first"))).isEmpty();
    }
    assertThat(OpenFiles.leftBelow(folder)).isEmpty();
  }

  @Test
  void theSameBuildServedAnewIsNotDisturbedByTheEndOfTheFormer() throws Exception {
    try (SparqlServer server = serve()) {
      try (Candidate again = server.open(build("first"))) {
        again.serve();
      }
      server.awaitDrained();

      assertThat(suggested(server)).contains("\"name\":\"Town first\"");
    }
  }

  @Test
  void namesAreClosedWhereAnotherExtensionCannotBeMade() {
    Extension broken =
        new Extension(
            "/broken",
            (graph, build) -> {
              throw new IllegalStateException("that is too much");
            });

    assertThatThrownBy(() -> serve(broken)).hasMessage("that is too much");

    assertThat(OpenFiles.leftBelow(folder)).isEmpty();
  }
}
