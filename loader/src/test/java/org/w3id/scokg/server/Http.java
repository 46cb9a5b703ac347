package org.w3id.scokg.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Sends requests as any client might. */
final class Http {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Http() {}

  /** A query as a GET, with an Accept header. */
  static HttpResponse<String> get(URI endpoint, String query, String accept) {
    return send(
        HttpRequest.newBuilder(URI.create(endpoint + "?query=" + encode(query)))
            .header("Accept", accept));
  }

  /** A body as a POST. */
  static HttpResponse<String> post(URI address, String type, String body) {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String type(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("none").replace(" ", "");
  }
}
