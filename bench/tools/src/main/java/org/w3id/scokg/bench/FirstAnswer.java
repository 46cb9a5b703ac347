package org.w3id.scokg.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Starts a server and asks it until it answers as expected: {@code FirstAnswer QUERY EXPECTED
 * COMMAND...}. A {@code --port} with a free one is added to the command. Prints the seconds from
 * the start of the process to the end of the answer, and the most kilobytes the process had
 * resident.
 */
final class FirstAnswer {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest request;
  private final String expected;

  private FirstAnswer(String query, String expected, int port) {
    String question = URLEncoder.encode(query, StandardCharsets.UTF_8);
    this.request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sparql?query=" + question))
            .header("Accept", "text/csv")
            .build();
    this.expected = expected;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int port = freePort();
    FirstAnswer client =
        new FirstAnswer(
            Files.readString(Path.of(args[0])), Files.readString(Path.of(args[1])), port);
    List<String> command = new ArrayList<>(Arrays.asList(args).subList(2, args.length));
    command.addAll(List.of("--port", String.valueOf(port)));
    client.answered(); // what this side has to load is loaded before the clock starts
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    Process server = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      double seconds = client.awaitAnswer(server, start) / 1e9;
      System.out.printf(Locale.ROOT, "%.2f %d%n", seconds, peak(server));
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private long awaitAnswer(Process server, long start) throws IOException, InterruptedException {
    while (!answered()) {
      if (!server.isAlive() || System.nanoTime() - start > PATIENCE) {
        throw new IllegalStateException("the server did not answer as expected");
      }
      Thread.sleep(2);
    }
    return System.nanoTime() - start;
  }

  /** Whether the server is there and right; a wrong answer is none. */
  private boolean answered() throws IOException, InterruptedException {
    try {
      var response = client.send(request, BodyHandlers.ofString());
      return response.statusCode() == 200
          && response.body().lines().toList().equals(expected.lines().toList());
    } catch (ConnectException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static long peak(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
