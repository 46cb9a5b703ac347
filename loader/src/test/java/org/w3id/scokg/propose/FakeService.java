package org.w3id.scokg.propose;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/** A reconciliation service on a free port that knows what it is told, and misbehaves on demand. */
public final class FakeService implements AutoCloseable {

  /** What is done with one request. */
  @FunctionalInterface
  public interface Behaviour {
    /** Answers it, or does not. */
    void handle(HttpExchange exchange) throws IOException;
  }

  public static final String MANIFEST =
      """
      {"versions": ["0.2"], "name": "Streams", "identifierSpace": "http://streams.example/",
       "schemaSpace": "http://streams.example/schema/"}
      """;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch waiting = new CountDownLatch(1);
  private final Map<String, String> known = new HashMap<>();
  private final Deque<Behaviour> misbehaviour = new ArrayDeque<>();
  private final List<String> batches = Collections.synchronizedList(new ArrayList<>());
  private String manifest = MANIFEST;

  private FakeService(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/reconcile", this::handle);
    server.start();
  }

  /** Starts one that knows nothing. */
  public static FakeService start() {
    try {
      return new FakeService(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/reconcile");
  }

  /** Tells it the candidates for a name, in JSON. */
  public FakeService knows(String name, String... candidates) {
    known.put(name, "[" + String.join(", ", candidates) + "]");
    return this;
  }

  /** A candidate in JSON. */
  public static String candidate(String id, String name, double score, boolean match) {
    return """
        {"id": "%s", "name": "%s", "score": %s, "match": %s, "type": [{"id": "s", "name": "stream"}]}"""
        .formatted(id, name, score, match);
  }

  public FakeService withManifest(String json) {
    manifest = json;
    return this;
  }

  /**
   * Lets it do something else with the next request, whether for the manifest or for candidates.
   */
  public FakeService next(Behaviour behaviour) {
    misbehaviour.add(behaviour);
    return this;
  }

  /** Lets it give another answer to the next request. */
  public FakeService next(int status, String body, String... headers) {
    return next(
        exchange -> {
          for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
          }
          send(exchange, status, body);
        });
  }

  /** Lets the next request wait for an answer that does not come. */
  public FakeService nextIsSlow() {
    return next(
        exchange -> {
          waiting.countDown();
          try {
            closing.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
  }

  /** Lets the next request have the head of an answer, and wait for its body. */
  public FakeService nextStopsInTheMiddle() {
    return next(
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          try {
            closing.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
  }

  /** Returns once somebody waits for {@link #nextIsSlow}. */
  public void awaitSlow() throws InterruptedException {
    if (!waiting.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody has asked");
    }
  }

  /** The batches it was sent, as JSON. */
  public List<String> batches() {
    return List.copyOf(batches);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean isBatch = exchange.getRequestMethod().equals("POST");
    String queries =
        isBatch
            ? URLDecoder.decode(sent.replaceFirst("^queries=", ""), StandardCharsets.UTF_8)
            : "";
    if (isBatch) {
      batches.add(queries);
    }
    Behaviour other = misbehaviour.poll();
    if (other != null) {
      other.handle(exchange);
    } else {
      send(exchange, 200, isBatch ? results(queries) : manifest);
    }
  }

  private String results(String queries) {
    JsonObject batch = JSON.parse(queries);
    List<String> results = new ArrayList<>();
    for (String key : batch.keys()) {
      String name = batch.getObj(key).getString("query");
      results.add("\"%s\": {\"result\": %s}".formatted(key, known.getOrDefault(name, "[]")));
    }
    return "{" + String.join(", ", results) + "}";
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
