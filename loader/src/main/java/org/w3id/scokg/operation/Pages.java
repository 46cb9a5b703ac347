package org.w3id.scokg.operation;

import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * What is there for whoever operates a server.
 *
 * @param health tells how it is
 * @param metrics tells what it has done
 * @param gate who may know that
 */
record Pages(Health health, Metrics metrics, MetricsGate gate) {

  static final String LIVE = PathKinds.HEALTH + "/live";

  private static final String READY = PathKinds.HEALTH + "/ready";

  /** The answer to a request, if it is for one of these pages. */
  Optional<Page> answer(Request request, Response response) {
    String path = path(request);
    if (!path.equals(LIVE) && !path.equals(READY) && !path.equals(PathKinds.METRICS)) {
      return Optional.empty();
    }
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
      return Optional.of(Page.problem(405, "method not allowed", "this page is only read"));
    }
    return Optional.of(
        switch (path) {
          case LIVE -> Health.live();
          case PathKinds.METRICS -> metrics(request);
          default -> health.ready();
        });
  }

  /**
   * The path to the letter: what a proxy keeps from strangers must not be reached by another
   * spelling.
   */
  static String path(Request request) {
    return String.valueOf(request.getHttpURI().getPath());
  }

  private Page metrics(Request request) {
    return gate.isOpenFor(request)
        ? metrics.page()
        : Page.problem(
            403,
            "metrics are not for everyone",
            "they are given to this machine, or where a token is set, to whoever brings it");
  }
}
