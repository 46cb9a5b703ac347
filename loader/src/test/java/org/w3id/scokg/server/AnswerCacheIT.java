package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.server.Activity.Outcome;

/** What has been answered is given again, as long as the build is the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerCacheIT {

  private static final String CSV = "text/csv";

  private Activity activity = new Activity();
  private SparqlServer server;
  private URI endpoint;

  @BeforeAll
  void serve(@TempDir Path folder) {
    TestProject project = TestProject.in(folder);
    server =
        SparqlServer.start(
            project.config(),
            folder,
            ServerOptions.at(SparqlServer.LOOPBACK, 0)
                .withAttendant(operated -> activity = operated.activity()));
    endpoint = server.endpoints().get(0);
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void aQueryIsAnsweredAgainHoweverItIsWritten() {
    HttpResponse<String> first = Http.get(endpoint, "SELECT ?s { ?s ?p ?o } LIMIT 1", CSV);
    long before = activity.ended(Outcome.ANSWERED_FROM_CACHE);
    HttpResponse<String> again =
        Http.get(endpoint, "# a comment\nSELECT ?s\n{ ?s  ?p ?o } # another\nLIMIT 1", CSV);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(tag(again)).isEqualTo(tag(first)).startsWith("W/\"");
    assertThat(Http.type(again)).isEqualTo(Http.type(first));
    assertThat(activity.ended(Outcome.ANSWERED_FROM_CACHE)).isEqualTo(before + 1);
  }

  @Test
  void anotherFormOrParameterIsAnotherAnswer() {
    String query = "SELECT ?o { ?s ?p ?o } ORDER BY ?o LIMIT 1";
    HttpResponse<String> first = Http.get(endpoint, query, CSV);

    assertThat(tag(Http.get(endpoint, query, "text/tab-separated-values")))
        .isNotEqualTo(tag(first));
    assertThat(
            Http.send(
                    HttpRequest.newBuilder(
                            URI.create(
                                endpoint
                                    + "?query="
                                    + Http.encode(query)
                                    + "&default-graph-uri=urn:none"))
                        .header("Accept", CSV))
                .body())
        .isEqualTo("o\r\n");
  }

  @Test
  void whoHasTheAnswerIsNotSentItAgain() {
    String query = "SELECT ?p { ?s ?p ?o } LIMIT 1";
    HttpResponse<String> first = Http.get(endpoint, query, CSV);
    HttpResponse<String> again =
        Http.send(
            HttpRequest.newBuilder(URI.create(endpoint + "?query=" + Http.encode(query)))
                .header("Accept", CSV)
                .header("If-None-Match", tag(first)));

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(first.headers().firstValue("Cache-Control")).contains("public, no-cache");
    assertThat(first.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SELECT (NOW() AS ?n) {}",
        "SELECT (UUID() AS ?n) {}",
        "SELECT (<http://jena.apache.org/ARQ/function#now>() AS ?n) {}",
        "PREFIX a: <http://jena.apache.org/ARQ/function#> SELECT (a:n\\u006Fw() AS ?n) {}",
        "SELECT ?s { ?s ?p ?o } ORDER BY RAND()",
      })
  void whatIsAnotherAnswerEachTimeIsNotKept(String query) {
    assertThat(Http.get(endpoint, query, CSV).headers().firstValue("ETag")).isEmpty();
    assertThat(Http.get(endpoint, query, CSV).headers().firstValue("Cache-Control"))
        .contains("no-store");
  }

  @Test
  void aLongAnswerIsPackedForWhomeverTakesIt() throws IOException {
    String query = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    String plain = Http.get(endpoint, query, CSV).body();
    HttpResponse<byte[]> packed = packed(query);

    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.body().length).isLessThan(plain.length() / 4);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
    }
  }

  @Test
  void anAnswerTooLongToKeepIsPackedToo() throws IOException {
    String query =
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u ."
            + " ?v ?w ?x . ?y ?z ?1 . ?2 ?3 ?4 . ?5 ?6 ?7 }";
    String plain = Http.get(endpoint, query, CSV).body();
    HttpResponse<byte[]> packed = packed(query);

    assertThat(plain.length()).isGreaterThan(AnswerBuffer.IN_MEMORY);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
    }
  }

  @Test
  void headTellsOfAnAnswerWithoutSendingIt() {
    String query = "SELECT ?o { ?s ?p ?o } LIMIT 1";
    HttpResponse<String> whole = Http.get(endpoint, query, CSV);
    HttpResponse<String> head =
        Http.send(
            HttpRequest.newBuilder(URI.create(endpoint + "?query=" + Http.encode(query)))
                .header("Accept", CSV)
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Length"))
        .isEqualTo(whole.headers().firstValue("Content-Length"));
    assertThat(tag(head)).isEqualTo(tag(whole));
  }

  @Test
  void anotherBuildIsAnotherAnswer(@TempDir Path folder) {
    TestProject project = TestProject.in(folder);
    String query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
    String first;
    try (SparqlServer one = project.serve()) {
      first = tag(Http.get(one.endpoints().get(0), query, CSV));
    }
    project.build("second", "<urn:g> { <urn:s> <urn:p> <urn:o> }");
    project.publish("second");
    try (SparqlServer two = project.serve()) {
      HttpResponse<String> answer =
          Http.send(
              HttpRequest.newBuilder(
                      URI.create(two.endpoints().get(0) + "?query=" + Http.encode(query)))
                  .header("Accept", CSV)
                  .header("If-None-Match", first));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("n\r\n1\r\n");
    }
  }

  private HttpResponse<byte[]> packed(String query) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(endpoint + "?query=" + Http.encode(query)))
                  .header("Accept", CSV)
                  .header("Accept-Encoding", "gzip")
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String tag(HttpResponse<?> answer) {
    return answer.headers().firstValue("ETag").orElse("none");
  }
}
