package org.w3id.scokg.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.scokg.reconcile.Languages;
import org.w3id.scokg.reconcile.Names;

/**
 * Answers everything of a graph that is no query: pages for people, the same as data for programs,
 * and the files of the build. The graph does not change. Safe for use by many threads.
 */
public final class OpenSite extends HttpServlet {

  private static final long serialVersionUID = 1;

  private static final Logger LOG = LoggerFactory.getLogger(OpenSite.class);

  /** What a page may do: show itself in our own style, and send our own form. */
  static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";

  private final transient Content content;
  private final transient Dumps dumps;
  private final transient Routes routes;
  private final transient KeptAnswers kept = new KeptAnswers();
  private final transient Turns turns = Turns.ofProcessors();
  private final transient Wording.Shelf wordings = new Wording.Shelf();

  /**
   * A site.
   *
   * @param dataset the graph
   * @param site what it is about
   * @param names the names of the graph, to search; they are closed with the site
   */
  public OpenSite(DatasetGraph dataset, Site site, Names names) {
    this(dataset, site, names, () -> List.of(site.build()));
  }

  /**
   * A site that tells what else was published.
   *
   * @param dataset the graph
   * @param site what it is about
   * @param names the names of the graph, to search; they are closed with the site
   * @param builds the folders of the builds that were published, the last one first
   */
  public OpenSite(DatasetGraph dataset, Site site, Names names, Supplier<List<Path>> builds) {
    this.content = Content.of(dataset, site, names);
    this.dumps = Dumps.of(site.build());
    this.routes = new Routes(content, dumps, builds);
  }

  /** Waits until the graph is read no more, since it may be closed next, and closes the names. */
  @Override
  public void destroy() {
    content.sources().settle();
    content.names().close();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Visit visit = visit(request, Map.of());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    try {
      if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
        response.setHeader("Allow", "GET, HEAD");
        throw new Problem(405, visit.word("problem.method"));
      }
      visit = visit(request, parameters(request, visit));
      Optional<Dumps.File> file = dump(visit);
      if (file.isPresent()) {
        new FileAnswer(file.get(), content.site().buildId()).send(request, response);
      } else {
        answer(request, response, visit);
      }
    } catch (Problem problem) {
      refuse(request, response, visit, problem);
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", request.getMethod(), visit.path(), e);
      refuse(request, response, visit, new Problem(500, visit.word("problem.ours")));
    }
  }

  private Optional<Dumps.File> dump(Visit visit) {
    return visit.path().startsWith(Routes.DUMPS)
        ? dumps.file(visit.path().substring(Routes.DUMPS.length()))
        : Optional.empty();
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Visit visit)
      throws IOException {
    String accept = request.getHeader("Accept");
    String key = asked(visit, accept);
    String etag = etag(key);
    // The tag tells the build and all that an answer depends on: who has it has had this answer.
    if (Conditions.isKnown(request.getHeader("If-None-Match"), etag)
        && !"*".equals(request.getHeader("If-None-Match"))) {
      response.setHeader("ETag", etag);
      response.setHeader("Vary", "Accept, Accept-Language");
      // A browser would put the server's own policy, which allows nothing, in the place of the
      // page's.
      response.setHeader("Content-Security-Policy", null);
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    Answer answer =
        kept.find(key).orElseGet(() -> make(visit, accept, key, etag, Packing.isTaken(request)));
    send(request, response, visit, answer);
  }

  private Answer make(
      Visit visit, @Nullable String accept, String key, String etag, boolean isPacked) {
    if (visit.path().startsWith(Routes.QUERY)) {
      // A query may take its time, and has bounds of its own. One that took too long may not the
      // next time.
      return make(visit, accept, etag);
    }
    Answer made =
        turns.take(
            () -> {
              Answer answer = make(visit, accept, etag);
              if (isPacked && Packing.helps(answer)) {
                answer.packed();
              }
              return answer;
            });
    if (!made.headers().getOrDefault("Cache-Control", "").equals("no-store")) {
      kept.keep(key, made);
    }
    return made;
  }

  private Answer make(Visit visit, @Nullable String accept, String etag) {
    Answer made = Txn.calculateRead(content.graphs().dataset(), () -> routes.answer(visit, accept));
    return made.status() == 200 && !made.headers().containsKey("Cache-Control")
        ? made.header("ETag", etag).header("Cache-Control", "no-cache")
        : made;
  }

  /** All that an answer depends on, besides the build. */
  private static String asked(Visit visit, @Nullable String accept) {
    return String.join(
        "\n",
        visit.origin(),
        visit.here("", ""),
        String.join(",", visit.languages()),
        String.valueOf(accept));
  }

  /** Weak, since the answer may be sent compressed. */
  private String etag(String asked) {
    byte[] bytes = asked.getBytes(StandardCharsets.UTF_8);
    return "W/\""
        + content.site().buildId()
        + "-"
        + DigestUtils.sha256Hex(bytes).substring(0, 16)
        + "\"";
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, Visit visit, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
    boolean isReader = accept.contains("text/html");
    Answer answer =
        Txn.calculateRead(
            content.graphs().dataset(),
            () -> new ProblemAnswer(content, visit).of(problem, isReader));
    send(request, response, visit, answer);
  }

  private static void send(
      HttpServletRequest request, HttpServletResponse response, Visit visit, Answer answer)
      throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    boolean isPage = answer.type().equals("text/html");
    String vary = answer.headers().getOrDefault("Vary", "Accept, Accept-Language");
    boolean isPackable = Packing.helps(answer) && !vary.contains("Encoding");
    response.setHeader("Vary", isPackable ? vary + ", Accept-Encoding" : vary);
    if (isPage) {
      response.setHeader(
          "Content-Security-Policy",
          answer.headers().getOrDefault("Content-Security-Policy", POLICY));
      response.setHeader("Content-Language", visit.wording().language());
    }
    if (!answer.type().isEmpty()) {
      response.setContentType(answer.type());
      if (answer.type().startsWith("text/") || answer.type().contains("json")) {
        response.setCharacterEncoding("utf-8");
      }
    }
    boolean isPacked = Packing.helps(answer) && Packing.isTaken(request);
    if (isPacked) {
      response.setHeader("Content-Encoding", "gzip");
    }
    byte[] body = isPacked ? answer.packed() : answer.body();
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private Visit visit(HttpServletRequest request, Map<String, String> parameters) {
    List<String> known = content.site().languages();
    Optional<String> chosen = Optional.ofNullable(parameters.get("lang")).filter(known::contains);
    List<String> languages =
        Languages.of(chosen.orElse(request.getHeader("Accept-Language")), known);
    String url = request.getRequestURL().toString();
    String path = request.getRequestURI();
    String origin = url.endsWith(path) ? url.substring(0, url.length() - path.length()) : "";
    return new Visit(
        path.replaceAll("^/+", "/"), parameters, languages, chosen, wordings.of(languages), origin);
  }

  private static Map<String, String> parameters(HttpServletRequest request, Visit visit) {
    try {
      Map<String, String> parameters = new HashMap<>();
      request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
      return parameters;
    } catch (RuntimeException e) {
      // What the container throws of wrong percent signs is of a class of its own.
      throw new Problem(400, visit.word("problem.encoding"));
    }
  }
}
