package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server in a heap of 256 MB is sent what takes time and memory without end, by eight clients;
 * with {@code -Dscokg.long=true} by 64 in 512 MB, twice over. It lives, says so, and answers who
 * asks honestly.
 */
@Timeout(600)
class HostileIT {

  private static final boolean LONG = Boolean.getBoolean("scokg.long");
  private static final int CLIENTS = LONG ? 64 : 8;
  private static final int ROUNDS = LONG ? 2 : 1;
  private static final int TRIES = 30;

  private static final String BOMB = "(a*)".repeat(14) + "b";
  private static final String ROW = "a".repeat(40);

  /** Each client begins at another place. */
  private static final List<String> MIX =
      List.of(
          "SELECT (COUNT(*) AS ?number) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }",
          "SELECT * { { ?a ?b ?c } { ?d ?e ?f } { ?g ?h ?i . ?j ?k ?l . ?m ?n ?o } } ORDER BY ?f ?a ?i",
          "SELECT (COUNT(*) AS ?number) { ?s (!(<urn:x:y>)|^!(<urn:x:y>)){40} ?o }",
          "ASK { FILTER REGEX('%s', '%s') }".formatted(ROW, BOMB),
          "SELECT DISTINCT ?a ?e ?i { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }",
          "SELECT ?a ?f ?i (COUNT(*) AS ?number) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o } GROUP BY ?a ?f ?i",
          "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?f))) AS ?text) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }",
          "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }",
          "CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }",
          "SELECT * { ?s ?p ?o MINUS { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?s ?b ?f } }",
          "ASK { FILTER(" + "(".repeat(3_000) + "true" + ")".repeat(3_000) + ") }",
          "ASK {} #" + "x".repeat(3_000_000));

  @TempDir Path temp;

  private final AtomicBoolean isOver = new AtomicBoolean();
  private final Set<Integer> statuses = new ConcurrentSkipListSet<>();

  @Test
  void aServerLivesAndAnswersWhoAsksHonestlyWhateverOthersSend() throws Exception {
    Path project = ExampleProject.copyTo(temp.resolve("rivers"));
    Path configuration = project.resolve("fuseki-config/server.ttl");
    Files.writeString(
        configuration, Files.readString(configuration).replace("\"10000,30000\"", "\"500,800\""));
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 2);
    try (ProgramProcess server =
        ProgramProcess.start(
            List.of(LONG ? "-Xmx512m" : "-Xmx256m"),
            "serve",
            "--port",
            "0",
            "--project",
            project.toString())) {
      URI endpoint = URI.create(server.readLine());
      List<Future<Integer>> attacks = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int client = i;
        attacks.add(threads.submit((Callable<Integer>) () -> attack(endpoint, client)));
      }
      Future<Integer> honest = threads.submit((Callable<Integer>) () -> askHonestly(endpoint));
      Future<Integer> watcher = threads.submit((Callable<Integer>) () -> lookAtHealth(endpoint));
      for (Future<Integer> attack : attacks) {
        assertThat(attack.get()).isEqualTo(MIX.size() * ROUNDS);
      }
      isOver.set(true);
      assertThat(honest.get()).isPositive();
      assertThat(watcher.get()).isPositive();
      assertThat(server.lives()).isTrue();
      assertThat(statuses).as(server.err()).isSubsetOf(400, 413, 429, 503).contains(503, 413);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Sends everything of the mix, from an address of the client's own, and counts the answers. */
  private int attack(URI endpoint, int client) throws IOException {
    int answers = 0;
    for (int i = client; i < client + MIX.size() * ROUNDS; i++) {
      statuses.add(status(endpoint, client, MIX.get(i % MIX.size())));
      answers++;
    }
    return answers;
  }

  private static int status(URI endpoint, int client, String query) throws IOException {
    String body = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: %d\r\n"
                .formatted(endpoint.getPath(), body.length())
            + "Content-Type: application/x-www-form-urlencoded\r\n\r\n";
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.1." + (client + 1)), 0));
      socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
      try {
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        // Who sends too much is answered before the end of it.
      }
      InputStream in = socket.getInputStream();
      byte[] line = in.readNBytes(12);
      in.transferTo(OutputStream.nullOutputStream());
      return Integer.parseInt(new String(line, 9, 3, StandardCharsets.US_ASCII));
    }
  }

  /** Asks a new query each time; told to wait, an honest client does. */
  private int askHonestly(URI endpoint) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    int answered = 0;
    while (!isOver.get()) {
      String query = "ASK { ?s ?p ?o FILTER(?o != %d) }".formatted(answered);
      URI address =
          URI.create(endpoint + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
      HttpResponse<Void> answer = get(client, address);
      for (int tries = 1; tries < TRIES && answer.statusCode() != 200; tries++) {
        assertThat(answer.statusCode()).isIn(429, 503);
        TimeUnit.SECONDS.sleep(answer.headers().firstValueAsLong("Retry-After").orElseThrow());
        answer = get(client, address);
      }
      assertThat(answer.statusCode()).isEqualTo(200);
      answered++;
    }
    return answered;
  }

  private int lookAtHealth(URI endpoint) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    int looks = 0;
    while (!isOver.get()) {
      assertThat(get(client, endpoint.resolve("/health/live")).statusCode()).isEqualTo(200);
      looks++;
    }
    return looks;
  }

  private static HttpResponse<Void> get(HttpClient client, URI address)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).build(),
        HttpResponse.BodyHandlers.discarding());
  }
}
