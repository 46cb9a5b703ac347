package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries ask the endpoints that are listed, and no other: a listener notes who is asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllowedServicesIT {

  private static final String ONE_ROW =
      "{\"head\":{\"vars\":[\"o\"]},\"results\":{\"bindings\":"
          + "[{\"o\":{\"type\":\"literal\",\"value\":\"from elsewhere\"}}]}}";

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private HttpServer listener;
  private String base = "";
  private SparqlServer server;
  private URI endpoint;

  @BeforeAll
  void serve(@TempDir Path folder) throws IOException {
    listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext("/", this::answer);
    listener.start();
    base = "http://127.0.0.1:" + listener.getAddress().getPort();
    TestProject project = TestProject.in(folder);
    project.configure(
        TestProject.shipped()
            .replace(
                "\"scokg:allowedServices\" ; ja:cxtValue \"\"",
                "\"scokg:allowedServices\" ; ja:cxtValue \"%1$s/listed  %1$s/moved %1$s/broken\""
                    .formatted(base)));
    server = project.serve();
    endpoint = server.endpoints().get(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    heard.add(path);
    exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
    exchange.getResponseHeaders().set("Location", base + "/elsewhere");
    byte[] body = ONE_ROW.getBytes(StandardCharsets.UTF_8);
    int status = path.equals("/moved") ? 302 : path.equals("/broken") ? 500 : 200;
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterAll
  void close() {
    server.close();
    listener.stop(0);
  }

  @BeforeEach
  void forget() {
    heard.clear();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SELECT ?o { SERVICE <URL> { ?s ?p ?o } }",
        "SELECT ?o { BIND(IRI('URL') AS ?e) SERVICE ?e { ?s ?p ?o } }",
        "SELECT ?o { SERVICE SILENT <URL> { ?s ?p ?o } }",
      })
  void aListedEndpointIsAsked(String query) {
    HttpResponse<String> answer = ask(query, "/listed");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("o\r\nfrom elsewhere\r\n");
    assertThat(heard).containsExactly("/listed");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
        "SELECT * { VALUES ?e { <URL> } SERVICE ?e { ?s ?p ?o } }",
        "SELECT * { BIND(IRI('URL') AS ?e) SERVICE SILENT ?e { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE SILENT <URL> { ?a ?b ?c } })",
        "SELECT * { ?s ?p ?o OPTIONAL { SERVICE SILENT <URL> { ?s ?q ?r } } }",
        "SELECT * { SERVICE ?e { ?s ?p ?o } }",
        "ASK { SERVICE <URL> { ?s ?p ?o } }",
      })
  void anEndpointThatIsNotListedIsNotAsked(String query) {
    for (String path : List.of("/other", "/listed?query=x", "/listed/", "/listed/../other")) {
      HttpResponse<String> answer = ask(query, path);

      assertThat(heard).isEmpty();
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void saysWhichEndpointsMayBeAsked() {
    assertThat(ask("ASK { SERVICE <URL> { ?s ?p ?o } }", "/other").body())
        .isEqualTo(
            "SERVICE is allowed on this server for these endpoints only:"
                + " %1$s/broken, %1$s/listed, %1$s/moved\n".formatted(base));
  }

  @Test
  void oneAllowedQueryDoesNotOpenTheWayForTheNext() {
    ask("ASK { SERVICE <URL> { ?s ?p ?o } }", "/listed");
    ask("ASK { SERVICE <URL> { ?s ?p ?o } }", "/other");

    assertThat(heard).containsExactly("/listed");
  }

  @Test
  void aRedirectIsNotFollowed() {
    HttpResponse<String> answer = ask("SELECT * { SERVICE <URL> { ?s ?p ?o } }", "/moved");

    assertThat(heard).containsExactly("/moved");
    assertThat(answer.statusCode()).isEqualTo(502);
  }

  @Test
  void anEndpointThatFailsIsToldApartFromAWrongQuery() {
    HttpResponse<String> answer = ask("SELECT * { SERVICE <URL> { ?s ?p ?o } }", "/broken");

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body())
        .startsWith("Another endpoint, which the query asks, gives no answer: ");
  }

  private HttpResponse<String> ask(String query, String path) {
    return Http.get(endpoint, query.replace("URL", base + path), "text/csv");
  }
}
