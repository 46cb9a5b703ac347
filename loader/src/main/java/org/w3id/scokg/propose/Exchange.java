package org.w3id.scokg.propose;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.w3id.scokg.diagnostic.InputException;

/**
 * Sends one request over HTTP and follows where it is sent on to, by HTTP and HTTPS only. No
 * credentials and no cookies are sent.
 */
final class Exchange {

  private static final int REDIRECTS = 5;

  private final ServiceProblems problems;
  private final Manners manners;
  private final HttpClient client;

  Exchange(ServiceProblems problems, Manners manners) {
    this.problems = problems;
    this.manners = manners;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(manners.connecting())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /**
   * Sends a request.
   *
   * @param address where to
   * @param form what to post; empty to get
   * @throws IOException if there is no reply, in which case there may be one another time
   * @throws InputException if the reply cannot be taken
   */
  Reply send(URI address, Optional<String> form) throws IOException {
    URI at = address;
    Optional<String> posted = form;
    for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
      HttpResponse<byte[]> response = response(request(at, posted));
      Optional<String> next = response.headers().firstValue("Location");
      if (response.statusCode() < 301 || response.statusCode() > 308 || next.isEmpty()) {
        return new Reply(
            response.statusCode(), response.headers().firstValue("Retry-After"), response.body());
      }
      at = next(at, next.get());
      // See Other is the one answer that turns a post into a get (RFC 9110, section 15.4.4).
      posted = response.statusCode() == 303 ? Optional.empty() : posted;
    }
    throw problems.redirectedInCircles(REDIRECTS);
  }

  private HttpRequest request(URI address, Optional<String> form) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Accept", "application/json")
            .header("User-Agent", "scokg");
    form.ifPresent(
        text ->
            request
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(text)));
    return request.build();
  }

  private HttpResponse<byte[]> response(HttpRequest request) throws IOException {
    // The time-out of a request itself ends when its headers have come, not its body.
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(request, head -> new BoundedBody(manners.answerBytes()));
    try {
      return response.get(manners.answering().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      response.cancel(true);
      throw new HttpTimeoutException("no answer");
    } catch (InterruptedException e) {
      response.cancel(true);
      throw Time.interrupted(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BoundedBody.TooLarge) {
        throw problems.tooLarge(manners.answerBytes());
      }
      throw e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
    }
  }

  private URI next(URI from, String location) {
    try {
      URI to = from.resolve(location);
      String scheme = String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https")) && to.getHost() != null) {
        return to;
      }
    } catch (IllegalArgumentException e) {
      // No URI at all, which is told the same way.
    }
    throw problems.redirectedTo(location);
  }
}
