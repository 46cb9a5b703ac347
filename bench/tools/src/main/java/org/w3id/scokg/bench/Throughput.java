package org.w3id.scokg.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Asks two endpoints the same queries in turns: {@code Throughput QUERIES ROUNDS NAME=ENDPOINT...}.
 * Prints a line for each endpoint and round: its name, what was asked, and the seconds for all
 * queries. {@code new} are queries that have never been asked, {@code again} the same each time.
 * Queries whose answers differ between the endpoints in their number of lines are left out.
 */
final class Throughput {

  /** How often all is asked before any time counts. */
  private static final int BEFORE = 5;

  private Throughput() {}

  public static void main(String[] args) throws IOException {
    int rounds = Integer.parseInt(args[1]);
    Map<String, URI> endpoints = new LinkedHashMap<>();
    for (int i = 2; i < args.length; i++) {
      String[] pair = args[i].split("=", 2);
      endpoints.put(pair[0], URI.create(pair[1]));
    }
    List<String> queries = agreed(read(Path.of(args[0])), endpoints);
    System.err.println(queries.size() + " queries");
    int number = 0;
    for (int round = -BEFORE; round < rounds; round++) {
      for (Map.Entry<String, URI> endpoint : endpoints.entrySet()) {
        number++;
        double first = seconds(endpoint.getValue(), queries, number);
        double again = seconds(endpoint.getValue(), queries, 0);
        if (round >= 0) {
          System.out.printf(Locale.ROOT, "%s new %.4f%n", endpoint.getKey(), first);
          System.out.printf(Locale.ROOT, "%s again %.4f%n", endpoint.getKey(), again);
        }
      }
    }
  }

  private static List<String> read(Path folder) throws IOException {
    List<String> queries = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(file -> file.toString().endsWith(".rq")).sorted().toList();
    }
    for (Path file : files) {
      String query = Files.readString(file);
      if (!query.contains("SERVICE")) {
        queries.add(query);
      }
    }
    return queries;
  }

  private static List<String> agreed(List<String> queries, Map<String, URI> endpoints)
      throws IOException {
    List<String> agreed = new ArrayList<>();
    for (String query : queries) {
      List<Long> sizes = new ArrayList<>();
      for (URI endpoint : endpoints.values()) {
        try (KeptConnection connection = new KeptConnection(endpoint)) {
          KeptConnection.Reply reply = connection.send(request(endpoint, query), true);
          sizes.add(reply.status() == 200 ? reply.body().lines().count() : -1);
        }
      }
      if (sizes.stream().distinct().count() == 1 && sizes.get(0) > 0) {
        agreed.add(query);
      } else {
        System.err.println("left out: " + query.lines().findFirst().orElse("") + " " + sizes);
      }
    }
    return agreed;
  }

  /** A prefix that is used nowhere makes a query that was never asked, whatever is normalized. */
  private static double seconds(URI endpoint, List<String> queries, int number)
      throws IOException {
    List<byte[]> requests = new ArrayList<>();
    for (String query : queries) {
      requests.add(
          request(
              endpoint,
              number == 0
                  ? query
                  : "PREFIX n" + number + ": <http://example.org/" + number + ">\n" + query));
    }
    try (KeptConnection connection = new KeptConnection(endpoint)) {
      long start = System.nanoTime();
      for (byte[] request : requests) {
        KeptConnection.Reply reply = connection.send(request, false);
        if (reply.status() != 200) {
          throw new IOException(endpoint + ": " + reply.status());
        }
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private static byte[] request(URI endpoint, String query) {
    String body = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    String head =
        "POST " + endpoint.getPath() + " HTTP/1.1\r\nHost: " + endpoint.getAuthority()
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + body.length()
            + "\r\nAccept: application/sparql-results+json, text/turtle;q=0.9\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }
}
