package org.w3id.scokg.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads a site as many readers would: {@code Pages ENDPOINT CLIENTS SECONDS [KIND]}. Prints a
 * line for each kind of page, or for those with a word in their names: how often it was read, and
 * how long that took at most for half and for 95 and 99 of a hundred times, in milliseconds. Pages
 * that are {@code new} have never been asked for; those {@code again} have. A kind that the site
 * does not have is left out.
 */
final class Pages {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final String WARM_UP = "warming up, to be forgotten";

  /** How many things are read of. */
  private static final int THINGS = 400;

  private final String site;
  private final int clients;
  private final double seconds;
  private final String kinds;
  private final AtomicLong counter = new AtomicLong(System.nanoTime());

  private Pages(String site, int clients, double seconds, String kinds) {
    this.site = site;
    this.clients = clients;
    this.seconds = seconds;
    this.kinds = kinds;
  }

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    String endpoint = args[0];
    Pages pages =
        new Pages(
            endpoint.replace("/sparql", ""),
            Integer.parseInt(args[1]),
            Double.parseDouble(args[2]),
            args.length > 3 ? args[3] : "");
    long start = System.nanoTime();
    pages.get("/search?q=a");
    System.out.printf(
        Locale.ROOT, "first search answered %.1f s after it was asked for%n", since(start) / 1e3);
    List<String[]> things = pages.things(endpoint);
    List<String> entities = things.stream().map(thing -> "/page/" + thing[0]).toList();
    pages.measure(WARM_UP, entities, true);
    pages.measure("entity pages, new", entities, true);
    pages.measure("entity pages, again", entities, false);
    pages.measure("framed JSON, new", data(things, "json"), true);
    pages.measure("Turtle, new", data(things, "ttl"), true);
    pages.measure("searches by name, new", searches(things, "/search?q="), true);
    pages.measure("suggestions, new", searches(things, "/suggest?q="), true);
    for (String path :
        List.of("/", "/dataset", "/ontology", "/queries", "/map", "/timeline", "/network", "/figures")) {
      long begin = System.nanoTime();
      if (pages.get(path) == 200) {
        System.out.printf(Locale.ROOT, "%s, the first time: %.0f ms%n", path, since(begin));
        pages.measure(path + ", new", List.of(path), true);
      }
    }
    pages.measure("things of a class, new", pages.classes(endpoint), true);
  }

  private static List<String> data(List<String[]> things, String form) {
    return things.stream().map(thing -> "/data/" + thing[0] + "." + form).toList();
  }

  private static List<String> searches(List<String[]> things, String path) {
    return things.stream()
        .map(thing -> thing[1].substring(0, Math.min(thing[1].length(), 3 + thing[0].length() % 5)))
        .map(text -> path + URLEncoder.encode(text, StandardCharsets.UTF_8))
        .toList();
  }

  /** Identifiers and names. */
  private List<String[]> things(String endpoint) throws IOException, InterruptedException {
    List<String[]> things = new ArrayList<>();
    String query =
        "SELECT ?s (SAMPLE(?n) AS ?name) { { SELECT DISTINCT ?s { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l"
            + " FILTER CONTAINS(STR(?s), '/id/') } LIMIT "
            + THINGS * 5
            + " } ?s <http://www.w3.org/2000/01/rdf-schema#label> ?n } GROUP BY ?s LIMIT "
            + THINGS;
    for (String line : ask(endpoint, query)) {
      String[] cells = line.split("\t", 2);
      String iri = cells[0].replaceAll("[<>]", "");
      things.add(
          new String[] {
            iri.substring(iri.indexOf("/id/") + 4), cells[1].replaceAll("^\"|\"(@.*)?$", "")
          });
    }
    if (things.isEmpty()) {
      throw new IllegalStateException("there is nothing with a name at " + endpoint);
    }
    return things;
  }

  private List<String> classes(String endpoint) throws IOException, InterruptedException {
    return ask(
            endpoint,
            "SELECT DISTINCT ?c { GRAPH ?g { ?c a <http://www.w3.org/2002/07/owl#Class> } } LIMIT 20")
        .stream()
        .map(line -> line.replaceAll("[<>]", ""))
        .map(iri -> "/search?type=" + URLEncoder.encode(iri, StandardCharsets.UTF_8))
        .toList();
  }

  private static List<String> ask(String endpoint, String query)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    endpoint + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
            .header("Accept", "text/tab-separated-values")
            .build();
    HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return answer.body().lines().skip(1).toList();
  }

  private void measure(String kind, List<String> paths, boolean isNew)
      throws InterruptedException, ExecutionException {
    if (!kind.contains(kinds) && !kind.equals(WARM_UP)) {
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    List<Callable<double[]>> readers = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      Random random = new Random(i);
      readers.add(() -> read(paths, isNew, random));
    }
    double[] all = new double[0];
    for (Future<double[]> reader : threads.invokeAll(readers)) {
      double[] times = reader.get();
      int length = all.length;
      all = Arrays.copyOf(all, length + times.length);
      System.arraycopy(times, 0, all, length, times.length);
    }
    threads.shutdown();
    Arrays.sort(all);
    System.out.printf(
        Locale.ROOT,
        "%-28s %7d read, %6.0f a second; ms: half %.1f, 95%% %.1f, 99%% %.1f%n",
        kind,
        all.length,
        all.length / seconds,
        at(all, 0.5),
        at(all, 0.95),
        at(all, 0.99));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  private double[] read(List<String> paths, boolean isNew, Random random) throws IOException {
    double[] times = new double[1024];
    int count = 0;
    long end = System.nanoTime() + (long) (seconds * 1e9);
    KeptConnection connection = new KeptConnection(URI.create(site));
    while (System.nanoTime() < end) {
      String path = paths.get(random.nextInt(paths.size()));
      if (isNew) {
        // What a page does not know it leaves alone, but it is another address.
        path += (path.indexOf('?') < 0 ? "?" : "&") + "never=" + counter.incrementAndGet();
      }
      byte[] request = request(path);
      long start = System.nanoTime();
      int status = connection.send(request, false).status();
      if (status != 200) {
        throw new IllegalStateException(status + " for " + path);
      }
      if (count == times.length) {
        times = Arrays.copyOf(times, 2 * count);
      }
      times[count++] = since(start);
    }
    connection.close();
    return Arrays.copyOf(times, count);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private int get(String path) throws IOException {
    try (KeptConnection connection = new KeptConnection(URI.create(site))) {
      return connection.send(request(path), false).status();
    }
  }

  private byte[] request(String path) {
    return ("GET " + path + " HTTP/1.1\r\nHost: " + URI.create(site).getAuthority()
            + "\r\nAccept: text/html,application/xhtml+xml,*/*;q=0.8\r\nAccept-Encoding: gzip\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
