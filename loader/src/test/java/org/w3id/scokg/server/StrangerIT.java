package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger sends is taken within bounds, and answered so that nobody is led astray. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangerIT {

  private static final String FORM = "application/x-www-form-urlencoded";

  private SparqlServer server;
  private URI endpoint;

  @BeforeAll
  void serve(@TempDir Path folder) {
    TestProject project = TestProject.in(folder);
    project.configure(
        TestProject.shipped()
            .replace(
                "ja:cxtValue \"\" ]",
                """
                ja:cxtValue "" ] ;
                    ja:context [ ja:cxtName "scokg:kilobytesPerRequest" ; ja:cxtValue "16" ] ;
                    ja:context [ ja:cxtName "scokg:kilobytesOfHeaders" ; ja:cxtValue "8" ] ;
                    ja:context [ ja:cxtName "scokg:queriesInARow" ; ja:cxtValue "3" ] ;
                    ja:context [ ja:cxtName "scokg:queriesPerSecond" ; ja:cxtValue "1" ] ;
                    ja:context [ ja:cxtName "scokg:trustedProxies" ; ja:cxtValue "127.0.0.1" ]
                """
                    .strip()));
    server = project.serve();
    endpoint = server.endpoints().get(0);
  }

  @AfterAll
  void close() {
    server.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "GET, sparql?query=ASK%7B%7D, 200",
    "GET, sparql, 200",
    "GET, sparql?query=ASK, 400",
    "PUT, sparql, 405",
    "GET, nothing, 404",
    "GET, $/server, 404",
    "OPTIONS, sparql, 200",
  })
  void everyAnswerHasSafeHeaders(String method, String path, int status) {
    HttpResponse<String> answer =
        Http.send(
            HttpRequest.newBuilder(server.uri().resolve(path))
                .header("X-Forwarded-For", "192.0.2.1")
                .header("Origin", "https://example.com")
                .method(method, HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .contains("default-src 'none'");
    assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
        .contains("cross-origin");
    assertThat(answer.headers().map())
        .doesNotContainKeys("server", "x-powered-by", "access-control-allow-credentials");
    assertThat(answer.body()).doesNotContain("Jetty", "Fuseki", "\tat ");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "LOAD <http://127.0.0.1:1/x>",
        "CLEAR ALL",
        "DROP GRAPH <urn:g>",
        "DELETE WHERE { ?s ?p ?o }",
        "INSERT DATA { <urn:s> <urn:p> <urn:o> }",
        "CREATE GRAPH <urn:g>",
      })
  void anUpdateIsRefusedHoweverItIsSent(String update) {
    for (String field : new String[] {"query", "update"}) {
      HttpResponse<String> answer =
          Http.send(
              HttpRequest.newBuilder(endpoint)
                  .header("Content-Type", FORM)
                  .header("X-Forwarded-For", "192.0.2." + (update.length() + field.length()))
                  .POST(HttpRequest.BodyPublishers.ofString(field + "=" + Http.encode(update))));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(Http.type(answer)).startsWith("application/problem+json");
    }
  }

  @Test
  void aBodyThatIsTooLongIsRefused() {
    String query = "ASK {} #" + "x".repeat(20_000);

    HttpResponse<String> form = Http.post(endpoint, FORM, "query=" + Http.encode(query));
    HttpResponse<String> direct = Http.post(endpoint, "application/sparql-query", query);
    HttpResponse<String> unannounced =
        Http.send(
            HttpRequest.newBuilder(endpoint)
                .header("Content-Type", FORM)
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () ->
                            new java.io.ByteArrayInputStream(
                                ("query=" + Http.encode(query))
                                    .getBytes(StandardCharsets.UTF_8)))));

    assertThat(form.statusCode()).isEqualTo(413);
    assertThat(direct.statusCode()).isEqualTo(413);
    assertThat(unannounced.statusCode()).isIn(400, 413);
    assertThat(form.body()).contains("scokg:kilobytesPerRequest");
  }

  @Test
  void anAddressThatIsTooLongIsRefused() throws IOException {
    assertThat(head("GET /sparql?query=" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
        .startsWith("HTTP/1.1 414");
  }

  @Test
  void headersThatAreTooLongAreRefused() throws IOException {
    assertThat(head("GET /sparql HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431");
  }

  @Test
  void whoAsksTooOftenIsToldWhenToAskAgain() {
    int refused = 0;
    for (int i = 0; i < 20; i++) {
      HttpResponse<String> answer = askFor("198.51.100.7, 203.0.113.9", i);
      if (answer.statusCode() == 429) {
        refused++;
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("\"urn:scokg:problem:client\"");
      }
    }

    assertThat(refused).isGreaterThan(10);
    assertThat(askFor("203.0.113.10", 100).statusCode()).isEqualTo(200);
    // Who is not trusted says what it likes of others.
    assertThat(askFor("192.0.2.99, 203.0.113.9", 101).statusCode()).isEqualTo(429);
  }

  @Test
  void whatIsKnownIsGivenHoweverOftenItIsAsked() {
    for (int i = 0; i < 20; i++) {
      assertThat(askFor("203.0.113.20", 0).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aCallbackThatIsNoNameIsRefused() {
    assertThat(
            Http.send(
                    HttpRequest.newBuilder(
                        URI.create(endpoint + "?query=ASK%7B%7D&callback=alert(1)%2F%2F")))
                .statusCode())
        .isEqualTo(400);
  }

  private HttpResponse<String> askFor(String client, int number) {
    return Http.send(
        HttpRequest.newBuilder(
                URI.create(endpoint + "?query=" + Http.encode("SELECT (" + number + " AS ?n) {}")))
            .header("X-Forwarded-For", client));
  }

  private String head(String request) throws IOException {
    try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(40), StandardCharsets.US_ASCII);
    }
  }
}
