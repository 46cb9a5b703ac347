package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server is switched to and fro while clients ask: no request fails, every answer is that of the
 * build it names, and nothing is left open. With {@code -Dscokg.long=true} 200 times, else 20.
 */
class SwitchesUnderLoadIT {

  private static final int SWITCHES = Boolean.getBoolean("scokg.long") ? 200 : 20;
  private static final int CLIENTS = 6;

  /** What each build answers. */
  private static final Map<String, String> STATEMENTS = Map.of("first", "3", "second", "4");

  @TempDir Path folder;

  private final AtomicBoolean done = new AtomicBoolean();
  private final AtomicLong answers = new AtomicLong();
  private final Map<String, AtomicLong> byBuild = new ConcurrentHashMap<>();

  @Test
  void noRequestFailsAndEveryAnswerIsOfOneBuild() throws Exception {
    folder = folder.toRealPath();
    TestProject project = TestProject.in(folder);
    project.build("second", "PREFIX ex: <https://example.org/> ex:g { ex:s ex:p 1 , 2 , 3 , 4 }");
    Gate gate = new Gate();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (SparqlServer server =
        SparqlServer.start(
            project.config(), folder, SparqlServer.LOOPBACK, 0, List.of(gate.extension()))) {
      ask(server.uri(gate.extension()));
      ask(query(server));
      List<String> before = OpenFiles.settled(folder, OpenFiles.names(folder));
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        URI address = i % 3 == 0 ? server.uri(gate.extension()) : query(server);
        running.add(clients.submit((Callable<Long>) () -> askUntilDone(address)));
      }
      for (int i = 0; i < SWITCHES; i++) {
        long seen = answers.get();
        try (Candidate next =
            server.open(folder.resolve("builds").resolve(i % 2 == 0 ? "second" : "first"))) {
          next.serve();
        }
        while (answers.get() < seen + CLIENTS && running.stream().noneMatch(Future::isDone)) {
          Thread.onSpinWait();
        }
      }
      done.set(true);
      for (Future<Long> client : running) {
        assertThat(client.get()).isPositive();
      }
      server.awaitDrained();
      assertThat(byBuild).containsOnlyKeys("first", "second");
      assertThat(OpenFiles.leftBelow(folder.resolve("builds/second"))).isEmpty();
      assertThat(OpenFiles.settled(folder, before)).isEqualTo(before);
    } finally {
      done.set(true);
      clients.shutdownNow();
    }
    assertThat(OpenFiles.leftBelow(folder)).isEmpty();
  }

  private long askUntilDone(URI address) throws IOException, InterruptedException {
    long asked = 0;
    while (!done.get()) {
      ask(address);
      asked++;
    }
    return asked;
  }

  /** Asks once, on a connection that is kept, and checks the answer against the build it names. */
  private void ask(URI address) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(address).header("Accept", "text/csv").build(),
            HttpResponse.BodyHandlers.ofString());
    String build = answer.headers().firstValue("X-Build").orElse("none");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body().replace("n\r\n", "").strip()).isEqualTo(STATEMENTS.get(build));
    byBuild.computeIfAbsent(build, key -> new AtomicLong()).incrementAndGet();
    answers.incrementAndGet();
  }

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static URI query(SparqlServer server) {
    return URI.create(
        server.endpoints().get(0)
            + "?query="
            + URLEncoder.encode(
                "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", StandardCharsets.UTF_8));
  }
}
