package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may send a query cannot make the server send requests: a listener would hear them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoOutgoingConnectionIT {

  private static final String NO_ROWS = "{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[]}}";

  private final AtomicInteger heard = new AtomicInteger();
  private HttpServer listener;
  private String elsewhere = "";
  private SparqlServer server;
  private URI endpoint;

  @BeforeAll
  void serve(@TempDir Path folder) throws IOException {
    listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/",
        exchange -> {
          heard.incrementAndGet();
          exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
          byte[] body = NO_ROWS.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    listener.start();
    elsewhere = "http://127.0.0.1:" + listener.getAddress().getPort() + "/sparql";
    server = TestProject.in(folder).serve();
    endpoint = server.endpoints().get(0);
  }

  @AfterAll
  void close() {
    server.close();
    listener.stop(0);
  }

  @BeforeEach
  void forget() {
    heard.set(0);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o SERVICE <URL> { ?s ?p ?o } }",
        "SELECT * { VALUES ?e { <URL> } SERVICE ?e { ?s ?p ?o } }",
        "SELECT * { BIND(IRI('URL') AS ?e) SERVICE ?e { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o OPTIONAL { SERVICE <URL> { ?s ?q ?r } } }",
        "SELECT * { { ?s ?p ?o } UNION { SERVICE <URL> { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o MINUS { SERVICE <URL> { ?s ?p ?o } } }",
        "SELECT * { GRAPH ?g { SERVICE <URL> { ?s ?p ?o } } }",
        "SELECT * { { SELECT ?s { SERVICE <URL> { ?s ?p ?o } } LIMIT 1 } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o BIND(EXISTS { SERVICE <URL> { ?s ?p ?o } } AS ?e) }",
        "SELECT (EXISTS { SERVICE <URL> { ?s ?p ?o } } AS ?e) { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <URL> { ?a ?b ?c } })",
        "SELECT (SUM(IF(EXISTS { SERVICE <URL> { ?s ?p ?o } }, 1, 0)) AS ?n) { ?s ?p ?o }",
        "SELECT ?e { ?s ?p ?o } GROUP BY (EXISTS { SERVICE <URL> { ?s ?p ?o } } AS ?e)",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <URL> { ?a ?b ?c } })",
        "SELECT * { ?s ?p ?o LATERAL { SERVICE <URL> { ?s ?q ?r } } }",
        "SELECT * { SERVICE <URL> { SERVICE <URL> { ?s ?p ?o } } }",
        "CONSTRUCT { ?s ?p ?o } { SERVICE <URL> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE <URL> { ?s ?p ?o } }",
        "ASK { SERVICE <URL> { ?s ?p ?o } }",
        "SELECT * { LET (?e := IRI('URL')) SERVICE ?e { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o OPTIONAL { ?s ?q ?r FILTER EXISTS { SERVICE <URL> { ?a ?b ?c } } } }",
        "SELECT * { ?s ?p ?o FILTER(COALESCE(EXISTS { SERVICE <URL> { ?a ?b ?c } }, false)) }",
        "SELECT * { ?s ?p ?o FILTER(true IN (EXISTS { SERVICE <URL> { ?a ?b ?c } })) }",
        "SELECT (COUNT(DISTINCT EXISTS { SERVICE <URL> { ?a ?b ?c } }) AS ?n) { ?s ?p ?o }",
        "SELECT (GROUP_CONCAT(STR(EXISTS { SERVICE <URL> { ?a ?b ?c } })) AS ?n) { ?s ?p ?o }",
        "SELECT * FROM <https://example.org/g1> { SERVICE <URL> { ?s ?p ?o } }",
        "SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <URL> { ?a ?b ?c } }) LIMIT 1",
        "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?p ?o MINUS { SERVICE <URL> { ?a ?b ?c } } } }",
        "CONSTRUCT { ?s ?p ?x } { ?s ?p ?o BIND(EXISTS { SERVICE <URL> { ?a ?b ?c } } AS ?x) }",
      })
  void serviceIsDeniedWhereverItStands(String query) {
    HttpResponse<String> plain = ask(query);
    HttpResponse<String> silent = ask(query.replace("SERVICE", "SERVICE SILENT"));

    assertThat(heard).hasValue(0);
    assertThat(plain.statusCode()).isEqualTo(403);
    assertThat(silent.statusCode()).isEqualTo(403);
  }

  @Test
  void saysThatServiceIsDenied() {
    HttpResponse<String> answer = ask("SELECT * { SERVICE <URL> { ?s ?p ?o } }");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Http.type(answer)).startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("\"status\" : 403", "\"detail\" : \"SERVICE is not allowed on this server.\"");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SELECT * FROM <URL> { ?s ?p ?o }",
        "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH <URL> { ?s ?p ?o } }",
        "DESCRIBE <URL>",
      })
  void remoteGraphsAreNotFetched(String query) {
    HttpResponse<String> answer = ask(query);

    assertThat(heard).hasValue(0);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("example.org/s");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"default-graph-uri", "named-graph-uri", "query-ref", "stylesheet"})
  void addressesInParametersAreNotFetched(String parameter) {
    HttpResponse<String> answer =
        Http.send(
            HttpRequest.newBuilder(
                URI.create(
                    endpoint
                        + "?query="
                        + Http.encode("SELECT * { ?s ?p ?o }")
                        + "&"
                        + parameter
                        + "="
                        + Http.encode(elsewhere))));

    assertThat(heard).hasValue(0);
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void theListenerHearsServiceWhereItIsAllowed(@TempDir Path folder) {
    TestProject open = TestProject.in(folder);
    open.configure(
        TestProject.shipped()
            + ":database ja:context"
            + " [ ja:cxtName \"arq:httpServiceAllowed\" ; ja:cxtValue \"true\" ] .\n");
    try (SparqlServer allowing = open.serve()) {
      HttpResponse<String> answer =
          Http.get(
              allowing.endpoints().get(0),
              "SELECT * { SERVICE <" + elsewhere + "> { ?s ?p ?o } }",
              "text/csv");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(heard).hasValue(1);
    }
  }

  private HttpResponse<String> ask(String query) {
    return Http.get(endpoint, query.replace("URL", elsewhere), "*/*");
  }
}
