package org.w3id.scokg.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets each request see one build from its start to its end, and names that in the answer's header
 * {@value #HEADER}.
 */
final class OneBuild extends HttpFilter {

  /** The header with the id of the build that an answer was made from. */
  static final String HEADER = "X-Build";

  private static final long serialVersionUID = 1;

  private final transient Served served;

  OneBuild(Served served) {
    this.served = served;
  }

  /** The id of the build that a request is answered from. */
  static String of(HttpServletRequest request) {
    return Generation.of(request).id();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Generation> entered = served.enter();
    if (entered.isEmpty()) {
      response.setHeader("Retry-After", "5");
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    Generation generation = entered.get();
    try {
      generation.attach(request);
      response.setHeader(HEADER, generation.id());
      chain.doFilter(
          new HttpServletRequestWrapper(request) {
            @Override
            public ServletContext getServletContext() {
              return generation.context();
            }
          },
          response);
    } finally {
      Generation.detach(request);
      generation.requests().leave();
    }
  }
}
