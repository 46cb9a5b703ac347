package org.w3id.scokg.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaRange;
import org.apache.jena.riot.RDFLanguages;
import org.eclipse.jetty.http.BadMessageException;

/**
 * Leaves requests of browsers for an endpoint to the extension that shows it. Whatever is not
 * surely a person's look at a page goes on to the endpoint as if this were not here.
 */
final class BrowserGate extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final String PAGE = "text/html";

  /** What an endpoint answers with besides the syntaxes that are named for their form. */
  private static final Set<String> PLAIN =
      Set.of("application/json", "application/xml", "text/plain");

  /** What a page takes of the protocol: who sends more means the protocol. */
  private static final Set<String> PARAMETERS = Set.of("query", "example", "lang");

  /** The path of the extension that shows an endpoint, by the path of that. */
  private final transient Map<String, String> shown;

  BrowserGate(List<Extension> extensions) {
    Map<String, String> paths = new HashMap<>();
    extensions.forEach(e -> e.endpoint().ifPresent(endpoint -> paths.put(endpoint, e.path())));
    this.shown = Map.copyOf(paths);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<String> extension = Optional.ofNullable(shown.get(request.getRequestURI()));
    if (extension.isPresent() && isForPage(request)) {
      Generation.of(request).servlet(extension.get()).service(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isForPage(HttpServletRequest request) {
    String method = request.getMethod();
    return (method.equals("GET") || method.equals("HEAD"))
        && prefersPage(String.join(",", Collections.list(request.getHeaders("Accept"))))
        && namesOnly(request);
  }

  private static boolean namesOnly(HttpServletRequest request) {
    try {
      return PARAMETERS.containsAll(request.getParameterMap().keySet());
    } catch (IllegalStateException | BadMessageException e) {
      // The endpoint tells what is wrong with the address.
      return false;
    }
  }

  /** Whether a page is named, and named before all that an endpoint answers with. */
  static boolean prefersPage(String accept) {
    List<MediaRange> ranges;
    try {
      ranges = new AcceptList(accept).entries();
    } catch (RuntimeException e) {
      // A header that is written wrong names nothing.
      return false;
    }
    double page = weight(ranges, PAGE);
    return page > 0
        && ranges.stream()
            .filter(range -> isAnswer(range.getContentTypeStr()))
            .allMatch(range -> range.get_q() < page);
  }

  private static double weight(List<MediaRange> ranges, String type) {
    return ranges.stream()
        .filter(range -> type.equals(range.getContentTypeStr()))
        .mapToDouble(MediaRange::get_q)
        .max()
        .orElse(0);
  }

  private static boolean isAnswer(String type) {
    return PLAIN.contains(type) || RDFLanguages.contentTypeToLang(type) != null;
  }
}
