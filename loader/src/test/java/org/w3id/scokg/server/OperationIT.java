package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.operation.LogFile;
import org.w3id.scokg.operation.LogSink;
import org.w3id.scokg.operation.Logged;
import org.w3id.scokg.operation.Operation;

/** What whoever operates a server sees of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationIT {

  private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
  private static final String TOKEN = "0123456789abcdef-not-for-logs";

  /** A server that tests ask which do not mind each other. */
  private final Operation operation = unlogged();

  private SparqlServer server;

  @TempDir Path folder;
  TestProject project;
  Path log;

  @BeforeAll
  void serve(@TempDir Path shared) {
    project = TestProject.in(shared);
    server = serve(operation);
  }

  @AfterAll
  void close() {
    server.close();
    operation.close();
  }

  @BeforeEach
  void build() {
    project = TestProject.in(folder.resolve("project"));
    log = folder.resolve("access.log");
  }

  private SparqlServer serve(Operation operation) {
    return SparqlServer.start(
        project.config(),
        project.folder(),
        ServerOptions.at(SparqlServer.LOOPBACK, 0).withAttendant(operation));
  }

  private static Operation unlogged() {
    return new Operation(Optional.empty(), Logged.REQUESTS, LogSink.NONE);
  }

  private Operation logging(Logged which) {
    return new Operation(Optional.empty(), which, LogFile.appendTo(log));
  }

  private static Operation withToken() {
    Optional<Secret> token = Secret.find(Optional.empty(), Map.of("TOKEN", TOKEN), "TOKEN");
    return new Operation(token, Logged.REQUESTS, LogSink.NONE);
  }

  private void set(String name, String value) {
    project.configure(
        TestProject.shipped()
            .replace(
                "tdb2:unionDefaultGraph true ;",
                "tdb2:unionDefaultGraph true ;\n    ja:context [ ja:cxtName \"%s\" ; ja:cxtValue \"%s\" ] ;"
                    .formatted(name, value)));
  }

  private static HttpResponse<String> get(SparqlServer server, String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return Http.send(request);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("none");
  }

  @Test
  void saysThatItLives() {
    HttpResponse<String> answer = get(server, "/health/live");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Http.type(answer)).isEqualTo("application/json");
    assertThat(answer.body()).isEqualTo("{\"status\":\"live\"}\n");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "X-Build")).isEqualTo("first");
  }

  @Test
  void saysThatItIsReadyAndWithWhichBuild() {
    HttpResponse<String> answer = get(server, "/health/ready");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"ready\",\"build\":\"first\"}\n");
  }

  @Test
  void answersHeadWithoutABody() {
    HttpResponse<String> answer =
        Http.send(
            HttpRequest.newBuilder(server.uri().resolve("/health/ready"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/health/live", "/health/ready", "/metrics"})
  void letsItsPagesOnlyBeRead(String path) {
    HttpResponse<String> answer = Http.post(server.uri().resolve(path), "text/plain", "anything");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
    assertThat(Http.type(answer)).isEqualTo("application/problem+json");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/health",
        "/health/",
        "/health/live/x",
        "/metrics/x",
        "/metrics;x",
        "/%6detrics",
        "/healthy"
      })
  void hasNothingBesideItsPages(String path) {
    assertThat(get(server, path).statusCode()).isEqualTo(404);
  }

  @Test
  void givesMetricsInTheFormatOfPrometheus() {
    try (Operation own = unlogged();
        SparqlServer server = serve(own)) {
      assertThat(Http.get(server.endpoints().get(0), COUNT, "text/csv").body())
          .isEqualTo("n\r\n2\r\n");
      assertThat(get(server, "/nothing").statusCode()).isEqualTo(404);
      get(server, "/metrics");

      HttpResponse<String> answer = get(server, "/metrics");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(Http.type(answer)).isEqualTo("text/plain;version=0.0.4;charset=utf-8");
      Exposition metrics = Exposition.of(answer.body());
      assertThat(metrics.value("scokg_build_info{build=\"first\"}")).isEqualTo(1);
      assertThat(metrics.value("scokg_responses_total{path=\"/sparql\",status=\"2xx\"}"))
          .isEqualTo(1);
      assertThat(metrics.value("scokg_responses_total{path=\"other\",status=\"4xx\"}"))
          .isEqualTo(1);
      assertThat(metrics.value("scokg_request_duration_seconds_count{path=\"/sparql\"}"))
          .isEqualTo(1);
      assertThat(metrics.value("scokg_sent_bytes_total{path=\"/sparql\"}"))
          .isEqualTo("n\r\n2\r\n".length());
      assertThat(metrics.value("scokg_log_lines_lost_total")).isZero();
      assertThat(metrics.types())
          .containsEntry("scokg_request_duration_seconds", "histogram")
          .containsEntry("scokg_queries_total", "counter")
          .containsKeys(
              "scokg_queries_running",
              "scokg_queries_waiting",
              "jvm_memory_used_bytes",
              "jvm_threads_live_threads",
              "jvm_gc_memory_allocated_bytes_total",
              "process_uptime_seconds",
              "process_files_open_files");
      for (Activity.Outcome outcome : Activity.Outcome.values()) {
        assertThat(metrics.samples())
            .containsKey(
                "scokg_queries_total{outcome=\"%s\"}"
                    .formatted(outcome.name().toLowerCase(Locale.ROOT)));
      }
    }
  }

  @Test
  void countsNoKindOfPathThatAStrangerMakesUp() {
    Set<String> before = ours(Exposition.of(get(server, "/metrics").body()));
    for (int i = 0; i < 50; i++) {
      get(server, "/stranger" + i + "?a=" + i);
    }
    Exposition after = Exposition.of(get(server, "/metrics").body());

    assertThat(after.samples().keySet()).noneMatch(name -> name.contains("stranger"));
    assertThat(before).isNotEmpty();
    assertThat(ours(after)).isEqualTo(before);
  }

  /** The names of samples that requests make; the JVM adds its own when it first collects. */
  private static Set<String> ours(Exposition metrics) {
    return metrics.samples().keySet().stream()
        .filter(name -> !name.startsWith("jvm_"))
        .collect(Collectors.toSet());
  }

  @Test
  void givesMetricsToNobodyWhoComesThroughAProxy() {
    for (String mark : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP")) {
      HttpResponse<String> answer = get(server, "/metrics", mark, "127.0.0.1");

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body())
          .isEqualTo(
              "{\"title\":\"metrics are not for everyone\",\"status\":403,\"detail\":\"they are"
                  + " given to this machine, or where a token is set, to whoever brings it\"}\n");
    }
  }

  @Test
  void givesMetricsToWhoeverBringsTheTokenThatIsSet() {
    try (Operation own = withToken();
        SparqlServer server = serve(own)) {
      assertThat(get(server, "/metrics").statusCode()).isEqualTo(403);
      assertThat(get(server, "/metrics", "Authorization", "Bearer guess").statusCode())
          .isEqualTo(403);
      assertThat(
              get(server, "/metrics", "Authorization", "Bearer " + TOKEN, "X-Forwarded-For", "::1")
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void givesEveryRequestAnId() {
    String first = header(get(server, "/sparql"), "X-Request-Id");
    String second = header(get(server, "/nothing"), "X-Request-Id");

    assertThat(first).matches("[0-9a-f]{16}").isNotEqualTo(second);
    assertThat(second).matches("[0-9a-f]{16}");
  }

  @Test
  void keepsTheIdThatAProxyGaveIfItIsPlain() {
    assertThat(header(get(server, "/sparql", "X-Request-Id", "proxy-0123.abc_D"), "X-Request-Id"))
        .isEqualTo("proxy-0123.abc_D");
    for (String other : List.of("short", "with blank in it", "\"quoted\"", "a".repeat(65))) {
      assertThat(header(get(server, "/sparql", "X-Request-Id", other), "X-Request-Id"))
          .matches("[0-9a-f]{16}");
    }
  }

  @Test
  void logsEveryRequestOnALineOfJson() throws IOException {
    String id;
    try (Operation own = logging(Logged.REQUESTS);
        SparqlServer server = serve(own)) {
      HttpResponse<String> answer =
          Http.send(
              HttpRequest.newBuilder(
                      URI.create(
                          server.endpoints().get(0)
                              + "?secret=not-for-logs&query="
                              + Http.encode(COUNT)))
                  .header("Accept", "text/csv")
                  .header("Authorization", "Bearer not-for-logs")
                  .header("Cookie", "a=not-for-logs")
                  .header("User-Agent", "reader/1.0"));
      id = header(answer, "X-Request-Id");
      get(server, "/nothing", "X-Forwarded-For", "192.0.2.7");
    }

    List<String> lines = Files.readAllLines(log);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .matches(
            "\\{\"time\":\"20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z\",\"id\":\""
                + id
                + "\",\"client\":\"127\\.0\\.0\\.1\",\"method\":\"GET\",\"path\":\"/sparql\","
                + "\"status\":200,\"bytes\":6,\"ms\":\\d+,\"build\":\"first\","
                + "\"agent\":\"reader/1\\.0\"}");
    JsonObject other = JSON.parse(lines.get(1));
    assertThat(other.getString("path")).isEqualTo("/nothing");
    assertThat(other.get("status").getAsNumber().value().intValue()).isEqualTo(404);
    assertThat(other.getString("forwardedFor")).isEqualTo("192.0.2.7");
    assertThat(lines).noneMatch(line -> line.contains("not-for-logs"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "GET /a%0a{\"time\":\"forged\"} HTTP/1.1\r\nHost: h\r\nUser-Agent: x",
        "GET /a HTTP/1.1\r\nHost: h\r\nUser-Agent: x\u001b[2J\u0085{\"time\":\"forged\"}",
        "GET /a HTTP/1.1\r\nHost: h\r\nUser-Agent: x\",\"status\":0,\"y\":\"\\",
        "GET /a HTTP/1.1\r\nHost: h\r\nUser-Agent: x\r\n y\r\nX-Forwarded-For: \t\u009b31m",
        "G\u0001ET /a HTTP/1.1\r\nHost: h",
        "nonsense",
        "GET /%zz HTTP/1.1\r\nHost: h",
        "GET /a HTTP/1.1\r\nHost: h\r\nX-Request-Id: 12345678\",\"x\":\"",
      })
  void letsNobodyForgeALineOfTheLog(String head) throws IOException {
    try (Operation own = logging(Logged.REQUESTS);
        SparqlServer server = serve(own)) {
      sendRaw(server, head + "\r\nConnection: close\r\n\r\n");
      get(server, "/health/live");
    }

    List<String> lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSizeBetween(1, 2);
    for (String line : lines) {
      assertThat(line.codePoints().noneMatch(Character::isISOControl)).isTrue();
      JsonObject entry = JSON.parse(line);
      assertThat(entry.keys()).contains("time", "id", "client", "method", "path", "status");
      assertThat(entry.getString("time")).startsWith("20");
      assertThat(entry.get("status").getAsNumber().value().intValue()).isGreaterThan(0);
    }
  }

  private static void sendRaw(SparqlServer server, String request) throws IOException {
    try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getInputStream().readAllBytes();
    }
  }

  @Test
  void boundsWhatItLogsOfHeadersAndPaths() throws IOException {
    try (Operation own = logging(Logged.REQUESTS);
        SparqlServer server = serve(own)) {
      get(server, "/" + "p".repeat(3_000), "User-Agent", "a".repeat(3_000));
    }

    JsonObject entry = JSON.parse(Files.readString(log));
    assertThat(entry.getString("agent")).isEqualTo("a".repeat(200) + "…");
    assertThat(entry.getString("path")).isEqualTo("/" + "p".repeat(199) + "…");
  }

  @Test
  void tellsWhatASlowQueryAsked() throws IOException {
    set("scokg:slowQuery", "0");
    String query = "SELECT * {\n  ?s ?p \"a\\nb\" # \u202e\n}";
    try (Operation own = logging(Logged.SLOW_QUERIES);
        SparqlServer server = serve(own)) {
      Http.get(server.endpoints().get(0), query, "text/csv");
      Http.post(server.endpoints().get(0), "application/sparql-query", query + " ");
      Http.post(
          server.endpoints().get(0),
          "application/x-www-form-urlencoded",
          "query=" + Http.encode(query + "  "));
      get(server, "/nothing");
      get(server, "/sparql");
    }

    assertThat(Files.readAllLines(log))
        .extracting(line -> JSON.parse(line).getString("query"))
        .containsExactly(query, query + " ", query + "  ");
  }

  @Test
  void tellsOfNoQueryThatIsNotSlow() throws IOException {
    set("scokg:slowQuery", "600000");
    try (Operation own = logging(Logged.SLOW_QUERIES);
        SparqlServer server = serve(own)) {
      Http.get(server.endpoints().get(0), COUNT, "text/csv");
    }

    assertThat(log).isEmptyFile();
  }
}
