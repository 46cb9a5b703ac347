package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.scokg.blackbox.ProgramProcess.Signal;

/** The program as a service manager sees it: a process that is told to end. */
@Timeout(180)
class StopIT {

  /** So many rows are counted that the query is still at it when the signal comes. */
  private static final String LONG =
      "SELECT (COUNT(*) AS ?n) { VALUES ?a { %1$s } VALUES ?b { %1$s } VALUES ?c { %2$s } }"
          .formatted("1 ".repeat(1_000), "1 ".repeat(10));

  private static final String ROWS = "n\r\n10000000\r\n";

  @TempDir Path temp;
  Path project;
  Path log;

  @BeforeEach
  void copyProject() throws IOException {
    project = ExampleProject.copyTo(temp.resolve("rivers"));
    log = temp.resolve("access.log");
  }

  private ProgramProcess serve() throws IOException {
    return ProgramProcess.start(
        "serve", "--port", "0", "--access-log", log.toString(), "--project", project.toString());
  }

  private static CompletableFuture<HttpResponse<String>> ask(String endpoint) {
    return HttpClient.newHttpClient()
        .sendAsync(
            HttpRequest.newBuilder(URI.create(endpoint))
                .header("Accept", "text/csv")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "query=" + URLEncoder.encode(LONG, StandardCharsets.UTF_8)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** Returns once the server has so many requests under way besides this one. */
  private static void awaitUnderWay(String endpoint, int requests)
      throws IOException, InterruptedException {
    String metrics = "";
    while (!metrics.contains("scokg_requests_running " + requests + ".0\n")) {
      metrics =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(endpoint).resolve("/metrics")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
    }
  }

  @Test
  void finishesARunningQueryWhenTold() throws Exception {
    for (Signal signal : List.of(Signal.TERM, Signal.INT)) {
      try (ProgramProcess server = serve()) {
        String endpoint = server.readLine();
        CompletableFuture<HttpResponse<String>> begun = ask(endpoint);
        awaitUnderWay(endpoint, 1);
        assertThat(begun).as("asked for too little").isNotDone();

        server.signal(signal);

        assertThat(begun.get().statusCode()).isEqualTo(200);
        assertThat(begun.get().body()).isEqualTo(ROWS);
        assertThat(server.exitCode()).isEqualTo(signal.exitCode());
        assertThat(server.err()).endsWith("stopping; requests still to be answered: 1\n");
      }
    }
    assertThat(Files.readString(log)).contains("\"path\":\"/sparql\",\"status\":200,\"bytes\":13,");
  }

  @Test
  void breaksOffAQueryThatTakesTooLong() throws Exception {
    Path configuration = project.resolve("fuseki-config/server.ttl");
    Files.writeString(
        configuration,
        Files.readString(configuration)
            + "\n:database ja:context [ ja:cxtName \"scokg:stopPatience\" ; ja:cxtValue \"1\" ] .\n");
    try (ProgramProcess server = serve()) {
      String endpoint = server.readLine();
      CompletableFuture<HttpResponse<String>> begun = ask(endpoint);
      awaitUnderWay(endpoint, 1);

      server.signal(Signal.TERM);

      assertThat(server.exitCode()).isEqualTo(Signal.TERM.exitCode());
      // Whatever became of it, it is no answer with too few rows.
      assertThat(
              begun
                  .handle(
                      (answer, failure) ->
                          failure != null
                              || answer.statusCode() >= 500
                              || answer.body().equals(ROWS))
                  .get())
          .isTrue();
    }
  }

  @Test
  void endsAtOnceWhenItIsIdle() throws Exception {
    try (ProgramProcess server = serve()) {
      String endpoint = server.readLine();
      assertThat(endpoint).startsWith("http://");

      server.signal(Signal.TERM);

      assertThat(server.exitCode()).isEqualTo(143);
      assertThat(server.err()).endsWith("; Ctrl-C stops\n");
    }
  }
}
