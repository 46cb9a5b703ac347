package org.w3id.scokg.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Does to a server what it must bear: {@code Hostile ENDPOINT HEALTH CLIENTS SECONDS}. Hostile
 * clients, each from a loopback address of its own, send what takes time, memory and places; beside
 * them an honest client asks small queries, one after the other, and somebody looks at an address
 * that says whether the server lives. Prints what came of it, and ends with 1 if an honest query
 * was not answered or the server's life was not seen.
 */
final class Hostile {

  private static final String BOMB = "(a*)".repeat(14) + "b";
  private static final String ROW = "a".repeat(40);

  /** What the clients send, each beginning at another place. */
  private static final List<String> MIX =
      List.of(
          "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
          "SELECT * { { ?a ?b ?c } { ?d ?e ?f } { ?g ?h ?i } } ORDER BY ?f ?a ?i",
          "SELECT (COUNT(*) AS ?n) { ?s !(<urn:x>)* ?o . ?o !(<urn:x>)* ?x . ?x !(<urn:x>)* ?y }",
          "SELECT (COUNT(*) AS ?n) { ?s (!(<urn:x>)|^!(<urn:x>)){12} ?o }",
          "ASK { FILTER REGEX('" + ROW + "', '" + BOMB + "') }",
          "SELECT * { ?s ?p ?o FILTER REGEX(CONCAT('" + ROW + "', STR(?s)), '^" + BOMB + "') }",
          "SELECT DISTINCT ?a ?e ?i { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
          "SELECT ?a ?f (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?f",
          "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?f))) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
          "SELECT * { ?a ?b ?c . ?d ?e ?f }",
          "CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }",
          "DESCRIBE ?a { ?a ?b ?c }",
          "SELECT (REPLACE(REPLACE(REPLACE('0123456789', '.', '" + "0123456789".repeat(100)
              + "'), '.', '" + "0123456789".repeat(100) + "'), '.', '0123456789') AS ?t) {}",
          "SELECT * { ?s ?p ?o MINUS { ?a ?b ?c . ?d ?e ?f . ?s ?b ?f } }",
          "ASK { FILTER(" + "(".repeat(3_000) + "true" + ")".repeat(3_000) + ") }");

  private final URI endpoint;
  private final URI health;
  private final long end;
  private final Map<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();
  private final List<Long> healthNanos = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> honestNanos = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicLong fresh = new AtomicLong();

  private Hostile(URI endpoint, URI health, int seconds) {
    this.endpoint = endpoint;
    this.health = health;
    this.end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
  }

  public static void main(String[] args) throws InterruptedException {
    Hostile hostile =
        new Hostile(URI.create(args[0]), URI.create(args[1]), Integer.parseInt(args[3]));
    System.exit(hostile.run(Integer.parseInt(args[2])));
  }

  private int run(int clients) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      int client = i;
      threads.add(new Thread(() -> attack(client)));
    }
    threads.add(new Thread(this::lookAtHealth));
    threads.add(new Thread(this::askHonestly));
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    new TreeMap<>(outcomes).forEach((what, count) -> System.out.println(what + " " + count));
    System.out.printf("health: %d looks, 95th percentile %.1f ms, most %.1f ms%n",
        healthNanos.size(), percentile(healthNanos, 0.95), percentile(healthNanos, 1));
    System.out.printf("honest: %d answered, %d not, 95th percentile %.1f ms%n",
        honestNanos.size(), failed.get(), percentile(honestNanos, 0.95));
    return failed.get() == 0 && !honestNanos.isEmpty() && !healthNanos.isEmpty() ? 0 : 1;
  }

  private static double percentile(List<Long> nanos, double part) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get((int) Math.min(sorted.size() - 1, part * sorted.size())) / 1e6;
  }

  private boolean isOver() {
    return System.nanoTime() - end > 0;
  }

  private void count(String what) {
    outcomes.computeIfAbsent(what, key -> new AtomicInteger()).incrementAndGet();
  }

  private void attack(int client) {
    for (int i = client; !isOver(); i++) {
      int kind = i % (MIX.size() + 3);
      try {
        if (kind < MIX.size()) {
          count("hostile query: " + status(client, form(MIX.get(kind)), false));
        } else if (kind == MIX.size()) {
          count("slow reader: " + status(client, form("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000"), true));
        } else if (kind == MIX.size() + 1) {
          count("oversized body: " + status(client, form("ASK {} #" + "x".repeat(3_000_000)), false));
        } else {
          count("oversized address: " + status(client, "GET " + endpoint.getPath() + "?query=" + "x".repeat(300_000)
              + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", false));
        }
      } catch (IOException e) {
        count("hostile: " + e.getMessage());
      }
    }
  }

  private String form(String query) {
    String body = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return "POST " + endpoint.getPath() + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
        + "\r\n\r\n" + body;
  }

  /** Sends a request from an address of the client's own, and returns the status of the answer. */
  private String status(int client, String request, boolean slowly) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4_096);
      socket.setSoTimeout(60_000);
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.1." + (client + 1)), 0));
      socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), 10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      byte[] head = in.readNBytes(12);
      long until = System.nanoTime() + Duration.ofSeconds(slowly ? 10 : 60).toNanos();
      byte[] buffer = new byte[slowly ? 512 : 65_536];
      while (System.nanoTime() < until && !isOver() && in.read(buffer) >= 0) {
        if (slowly) {
          pause(100);
        }
      }
      return head.length == 12 ? new String(head, 9, 3, StandardCharsets.US_ASCII) : "none";
    }
  }

  private void lookAtHealth() {
    HttpClient client = HttpClient.newHttpClient();
    while (!isOver()) {
      long start = System.nanoTime();
      try {
        HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(30)).build();
        if (client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode() == 200) {
          healthNanos.add(System.nanoTime() - start);
        } else {
          failed.incrementAndGet();
        }
      } catch (IOException e) {
        failed.incrementAndGet();
      } catch (InterruptedException e) {
        return;
      }
      pause(50);
    }
  }

  /** Each query is a new one. Told to wait, an honest client waits, and asks again. */
  private void askHonestly() {
    HttpClient client = HttpClient.newHttpClient();
    while (!isOver()) {
      String query = "SELECT ?s ?p { ?s ?p ?o FILTER(?o != " + fresh.incrementAndGet() + ") } LIMIT 5";
      long start = System.nanoTime();
      try {
        int status = ask(client, query);
        for (int tries = 1; status == 503 && tries < 10; tries++) {
          count("honest: told to wait");
          pause(500);
          status = ask(client, query);
        }
        if (status == 200) {
          honestNanos.add(System.nanoTime() - start);
        } else {
          count("honest: " + status);
          failed.incrementAndGet();
        }
      } catch (IOException e) {
        count("honest: " + e.getClass().getSimpleName());
        failed.incrementAndGet();
      } catch (InterruptedException e) {
        return;
      }
      pause(100);
    }
  }

  private int ask(HttpClient client, String query) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(
                    URI.create(endpoint + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .timeout(Duration.ofSeconds(60))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
