package org.w3id.scokg.doctor;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;

/**
 * Whether a server can listen where it is to, or does already.
 *
 * @param host the address
 * @param port the port; 0 takes any
 */
record Port(String host, int port) implements Check {

  private static final String NAME = "port";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Override
  public List<Finding> findings() {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return List.of(
          Finding.ok(NAME, "port %d on %s is free".formatted(socket.getLocalPort(), host)));
    } catch (BindException e) {
      return List.of(isInUse(e) && ours() ? served() : taken(e));
    } catch (IOException | IllegalArgumentException e) {
      return List.of(
          Finding.error(
              NAME,
              "nothing can listen at port %d on %s: %s"
                  .formatted(port, host, e.getClass().getSimpleName()),
              "correct --host or --port"));
    }
  }

  private Finding served() {
    return Finding.ok(
        NAME, "a server of this program answers at port %d on %s".formatted(port, host));
  }

  private Finding taken(BindException e) {
    return Finding.error(
        NAME,
        "port %d on %s cannot be had: %s".formatted(port, host, e.getMessage()),
        "stop what listens there, or choose another with --port");
  }

  private static boolean isInUse(BindException e) {
    return String.valueOf(e.getMessage()).contains("in use");
  }

  /** Whether it is a server like ours that has the port. */
  private boolean ours() {
    try {
      URI live = new URI("http", null, host, port, "/health/live", null, null);
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .proxy(HttpClient.Builder.NO_PROXY)
              .build()
              .send(
                  HttpRequest.newBuilder(live).timeout(PATIENCE).build(),
                  HttpResponse.BodyHandlers.ofString());
      JsonObject document = JSON.parse(answer.body());
      return answer.statusCode() == 200 && document.hasKey("status");
    } catch (IOException | URISyntaxException | JsonException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
