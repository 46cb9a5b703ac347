package org.w3id.scokg.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Starts a server and sends it batches of fifty names, each misspelt by a letter: {@code Batches
 * COUNT RUNS COMMAND...}. The command is to print the address of SPARQL, then that of the service.
 * Prints a line for each batch: its seconds, from the request to the end of the answer, and how
 * many of the names were found first.
 */
final class Batches {

  private static final int SIZE = 50;

  /** Sent before any time counts, as a server that has run for a while has answered some. */
  private static final int BEFORE = 20;

  private Batches() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> names = Places.names(Integer.parseInt(args[0]));
    int runs = Integer.parseInt(args[1]);
    Process server =
        new ProcessBuilder(Arrays.asList(args).subList(2, args.length))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = server.inputReader()) {
      out.readLine();
      URI service = URI.create(out.readLine());
      Random random = new Random(1);
      HttpClient client = HttpClient.newHttpClient();
      for (int i = -BEFORE; i < runs; i++) {
        int[] asked = random.ints(SIZE, 0, names.size()).toArray();
        HttpRequest request = request(service, names, asked, random);
        long start = System.nanoTime();
        String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (i >= 0) {
          System.out.printf(Locale.ROOT, "%.4f %d%n", seconds, found(body, asked));
        }
      }
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static HttpRequest request(
      URI service, List<String> names, int[] asked, Random random) {
    StringBuilder queries = new StringBuilder("{");
    for (int i = 0; i < asked.length; i++) {
      StringBuilder name = new StringBuilder(names.get(asked[i]));
      name.deleteCharAt(1 + random.nextInt(name.length() - 1));
      queries.append(i == 0 ? "" : ",").append("\"q").append(i).append("\":{\"query\":\"");
      queries.append(name).append("\"}");
    }
    String form = "queries=" + URLEncoder.encode(queries.append('}').toString(), StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(service)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private static int found(String body, int[] asked) {
    int found = 0;
    for (int i = 0; i < asked.length; i++) {
      if (body.contains("\"q" + i + "\":{\"result\":[{\"id\":\"p" + asked[i] + "\"")) {
        found++;
      }
    }
    return found;
  }
}
