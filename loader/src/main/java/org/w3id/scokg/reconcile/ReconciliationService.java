package org.w3id.scokg.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Answers the <a
 * href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">
 * Reconciliation Service API 0.2</a> from a graph that does not change: manifest, batches of
 * queries, suggestions, previews and data extension.
 *
 * <p>Safe for use by many threads.
 */
public final class ReconciliationService extends HttpServlet {

  private static final long serialVersionUID = 1;

  private static final Pattern CALLBACK =
      Pattern.compile("[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)*");
  private static final int PROPOSED = 50;

  private final transient Names names;
  private final transient Vocabulary vocabulary;

  /** Begins to index a graph in memory; who asks before that has ended waits for it. */
  public ReconciliationService(DatasetGraph graph, Vocabulary vocabulary) {
    this(Names.of(graph, vocabulary));
  }

  /** Answers from names that are indexed already, or about to be, and closes them at its end. */
  public ReconciliationService(Names names) {
    this.names = names;
    this.vocabulary = names.vocabulary();
  }

  /** Waits until names are found: what is initialised answers without delay. */
  @Override
  public void init() throws ServletException {
    try {
      names.await();
    } catch (CompletionException e) {
      throw new ServletException("the names cannot be indexed", e.getCause());
    }
  }

  /** Waits until the graph is read no more, since it may be closed next, and closes the names. */
  @Override
  public void destroy() {
    names.close();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      switch (request.getMethod()) {
        case "GET", "HEAD", "POST" -> answer(request, response);
        default -> {
          response.setHeader("Allow", "GET, HEAD, POST");
          throw new Refusal(405, "the service answers GET and POST");
        }
      }
    } catch (Refusal e) {
      refuse(response, e.status(), String.valueOf(e.getMessage()));
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Form form = Form.of(request);
    List<String> languages =
        Languages.of(request.getHeader("Accept-Language"), vocabulary.languages());
    response.setHeader("Vary", "Accept-Language");
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    if (path.equals("/preview")) {
      preview(form.require("id"), languages, response);
      return;
    }
    Optional<String> callback = callback(request, form);
    JsonNode body =
        switch (path) {
          case "", "/" -> root(request, form, languages);
          case "/properties" ->
              read(
                  i ->
                      i.properties()
                          .propose(
                              form.get("type").orElse(""),
                              form.number("limit", PROPOSED),
                              languages));
          case "/suggest/entity", "/suggest/type", "/suggest/property" ->
              suggest(path, form, languages);
          case "/flyout/entity", "/flyout/type", "/flyout/property" ->
              flyout(path, form.require("id"), languages);
          default -> throw new Refusal(404, "the service has nothing at '" + path + "'");
        };
    send(response, body, callback);
  }

  private JsonNode root(HttpServletRequest request, Form form, List<String> languages) {
    Optional<String> queries = form.get("queries");
    if (queries.isPresent()) {
      Map<String, ReconciliationQuery> batch = new QueryReader(vocabulary).read(queries.get());
      return read(i -> reconcile(i, batch, languages));
    }
    Optional<String> extend = form.get("extend");
    if (extend.isPresent()) {
      return read(
          i -> new Extension(i.catalog(), i.values(), vocabulary, languages).answer(extend.get()));
    }
    if (request.getMethod().equals("POST")) {
      throw Refusal.wrong("the form has neither 'queries' nor 'extend'");
    }
    String address = request.getRequestURL().toString();
    return Manifest.of(vocabulary, address.replaceAll("/+$", ""), pages(request));
  }

  /** Where the pages about things are: beside the service, under the identifiers' own paths. */
  private static String pages(HttpServletRequest request) {
    String address = request.getRequestURL().toString();
    String service =
        request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
    return address.substring(0, address.length() - service.length()) + "/id/";
  }

  private JsonNode reconcile(
      Index i, Map<String, ReconciliationQuery> batch, List<String> languages) {
    Matching matching = new Matching(i.catalog(), i.names(), i.spelling(), i.values());
    Map<String, List<Candidate>> results = new LinkedHashMap<>();
    batch.forEach((key, query) -> results.put(key, matching.candidates(query)));
    return new Results(i.catalog(), vocabulary, languages).write(results);
  }

  private JsonNode suggest(String path, Form form, List<String> languages) {
    String prefix = form.require("prefix");
    if (prefix.length() > QueryReader.LONGEST_TEXT) {
      throw Refusal.wrong("the prefix has more than " + QueryReader.LONGEST_TEXT + " characters");
    }
    int cursor = form.number("cursor", 0);
    return read(
        i -> {
          Suggestions suggestions =
              new Suggestions(i.catalog(), i.names(), i.spelling(), vocabulary, languages);
          return switch (path) {
            case "/suggest/entity" -> suggestions.entities(prefix, cursor);
            case "/suggest/type" ->
                suggestions.terms(i.catalog().classes().stream(), prefix, cursor);
            default ->
                suggestions.terms(
                    i.properties().of("").stream().map(Properties.Use::property), prefix, cursor);
          };
        });
  }

  private JsonNode flyout(String path, String id, List<String> languages) {
    return read(
        i -> {
          Preview preview =
              new Preview(i.catalog(), i.values(), i.properties(), vocabulary, languages);
          String html =
              path.equals("/flyout/entity")
                  ? preview.flyout(entity(i, id))
                  : preview.term(vocabulary.termIri(id));
          return Json.object().put("id", id).put("html", html);
        });
  }

  private void preview(String id, List<String> languages, HttpServletResponse response)
      throws IOException {
    String page =
        read(
            i ->
                new Preview(i.catalog(), i.values(), i.properties(), vocabulary, languages)
                    .page(entity(i, id)));
    response.setHeader("Content-Security-Policy", Preview.POLICY);
    send(response, 200, "text/html", page);
  }

  private Entity entity(Index i, String id) {
    return i.catalog()
        .entity(vocabulary.entityIri(id))
        .orElseThrow(() -> new Refusal(404, "there is no entity '" + id + "'"));
  }

  private <T> T read(Function<Index, T> work) {
    return names.read(work);
  }

  private static Optional<String> callback(HttpServletRequest request, Form form) {
    Optional<String> callback = form.get("callback");
    if (callback.isPresent()) {
      if (request.getMethod().equals("POST")) {
        throw Refusal.wrong("a callback belongs to a GET request");
      }
      if (callback.get().length() > 200 || !CALLBACK.matcher(callback.get()).matches()) {
        throw Refusal.wrong("the callback is no name of a function");
      }
    }
    return callback;
  }

  private static void send(HttpServletResponse response, JsonNode body, Optional<String> callback)
      throws IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (callback.isPresent()) {
      // The comment keeps the name from being taken for the start of another kind of file.
      send(
          response,
          200,
          "application/javascript",
          "/**/" + callback.get() + "(" + Json.text(body) + ");");
    } else {
      send(response, 200, "application/json", Json.text(body));
    }
  }

  private static void refuse(HttpServletResponse response, int status, String reason)
      throws IOException {
    // What was sent with the request may not have been read, and would pass for the next one.
    response.setHeader("Connection", "close");
    ObjectNode body = Json.object().put("status", "error").put("message", reason);
    send(response, status, "application/json", Json.text(body));
  }

  private static void send(HttpServletResponse response, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
