package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.scokg.operation.LogFile;
import org.w3id.scokg.operation.Logged;
import org.w3id.scokg.operation.Operation;

/** A server that is told to stop finishes what it has begun, and begins nothing. */
@Timeout(60)
class GracefulStopIT {

  @TempDir Path folder;
  TestProject project;
  Path log;

  @BeforeEach
  void build() {
    project = TestProject.in(folder.resolve("project"));
    log = folder.resolve("access.log");
  }

  /** Answers when it is let to. */
  private static final class Slow extends HttpServlet {
    private static final long serialVersionUID = 1;
    private final transient CountDownLatch entered = new CountDownLatch(1);
    private final transient CountDownLatch released = new CountDownLatch(1);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      entered.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("told to end", e);
      }
      response.getWriter().print("a whole answer");
    }
  }

  private SparqlServer serve(Slow slow, Operation operation) {
    return SparqlServer.start(
        project.config(),
        project.folder(),
        ServerOptions.at(SparqlServer.LOOPBACK, 0)
            .withExtensions(List.of(new Extension("/slow", (data, build) -> slow)))
            .withAttendant(operation));
  }

  private Operation logging() {
    return new Operation(Optional.empty(), Logged.REQUESTS, LogFile.appendTo(log));
  }

  private static CompletableFuture<HttpResponse<String>> ask(URI address) {
    return HttpClient.newHttpClient()
        .sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static boolean isRefused(URI address) throws InterruptedException {
    try {
      return HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
              .statusCode()
          == 503;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void finishesWhatItHasBegunAndTakesNothingNew() throws Exception {
    Slow slow = new Slow();
    Operation operation = logging();
    SparqlServer server = serve(slow, operation);
    URI address = server.uri().resolve("/slow");
    CompletableFuture<HttpResponse<String>> begun = ask(address);
    slow.entered.await();
    assertThat(operation.underWay()).isEqualTo(1);

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
    while (!isRefused(server.uri().resolve("/sparql"))) {
      assertThat(stopped).isNotDone();
    }
    assertThat(begun).isNotDone();
    slow.released.countDown();

    assertThat(begun.get().statusCode()).isEqualTo(200);
    assertThat(begun.get().body()).isEqualTo("a whole answer");
    stopped.get();
    operation.close();
    assertThat(Files.readAllLines(log))
        .extracting(line -> JSON.parse(line).getString("path"))
        .contains("/slow");
  }

  @Test
  void answersOnAnOpenConnectionThatItStops() throws Exception {
    Slow slow = new Slow();
    Operation operation = logging();
    SparqlServer server = serve(slow, operation);
    try (Socket open = new Socket(server.uri().getHost(), server.uri().getPort())) {
      assertThat(exchange(open, "/health/live")).startsWith("HTTP/1.1 200 OK\r\n");
      CompletableFuture<HttpResponse<String>> begun = ask(server.uri().resolve("/slow"));
      slow.entered.await();
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
      while (!isUnreachable(server.uri())) {
        assertThat(stopped).isNotDone();
      }

      // It may have been closed as well: who is idle is not waited for.
      String answer = exchange(open, "/sparql?query=ASK%7B%7D");
      if (!answer.isEmpty()) {
        assertThat(answer)
            .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
            .contains("Connection: close\r\n")
            .endsWith(
                "{\"title\":\"not ready\",\"status\":503,"
                    + "\"detail\":\"the server is being stopped and takes no more requests\"}\n");
      }

      slow.released.countDown();
      assertThat(begun.get().body()).isEqualTo("a whole answer");
      stopped.get();
    }
    operation.close();
  }

  private static boolean isUnreachable(URI server) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      return !socket.isConnected();
    } catch (ConnectException e) {
      return true;
    }
  }

  /** Sends a request, and answers what comes back up to the end of a body of JSON. */
  private static String exchange(Socket socket, String path) throws IOException {
    try {
      return exchangeOpen(socket, path);
    } catch (SocketException e) {
      return "";
    }
  }

  private static String exchangeOpen(Socket socket, String path) throws IOException {
    socket
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: h\r\n\r\n".formatted(path).getBytes(StandardCharsets.UTF_8));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("}\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return answer.toString();
      }
      answer.append((char) next);
    }
    return answer.toString();
  }

  @Test
  void waitsNoLongerThanItsPatience() throws Exception {
    project.configure(
        TestProject.shipped()
            .replace(
                "tdb2:unionDefaultGraph true ;",
                "tdb2:unionDefaultGraph true ;\n"
                    + "    ja:context [ ja:cxtName \"scokg:stopPatience\" ; ja:cxtValue \"100\" ] ;"));
    Slow slow = new Slow();
    Operation operation = logging();
    SparqlServer server = serve(slow, operation);
    CompletableFuture<HttpResponse<String>> begun = ask(server.uri().resolve("/slow"));
    slow.entered.await();

    long start = System.nanoTime();
    server.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(begun.handle((answer, failure) -> failure != null || answer.statusCode() >= 500))
        .isCompletedWithValueMatching(noWholeAnswer -> noWholeAnswer);
    operation.close();
  }
}
