package org.w3id.scokg.server;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.util.Symbol;
import org.eclipse.jetty.http.BadMessageException;
import org.w3id.scokg.guard.Allowance;
import org.w3id.scokg.guard.Bound;
import org.w3id.scokg.server.Activity.Outcome;

/**
 * Stands before the endpoints that take queries: gives again what has been answered, lets the
 * others in as there is room, and sends an answer when it is whole.
 */
final class QueryGate extends HttpFilter {

  /** Of a dataset's context, and of a request that was answered from it: the build it is. */
  static final Symbol BUILD = Symbol.create("https://w3id.org/scokg/build");

  /** Of a request: the allowance that its query is executed with. */
  static final String ALLOWANCE = "scokg.allowance";

  private static final long serialVersionUID = 1;
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  /** The path of the dataset behind the path of each endpoint. */
  private final transient Map<String, String> datasets;

  private final transient Bounds bounds;
  private final transient Activity activity;
  private final transient Admission admission;
  private final transient AnswerCache cache;
  private final transient Semaphore places;

  QueryGate(Map<String, String> datasets, Bounds bounds, Activity activity) {
    this.datasets = Map.copyOf(datasets);
    this.bounds = bounds;
    this.activity = activity;
    this.admission = new Admission(bounds.turns(), activity);
    this.cache = new AnswerCache(bounds.cacheBytes());
    this.places = new Semaphore(bounds.underWay());
  }

  /** Whether queries wait for others to end. */
  boolean isCrowded() {
    return admission.isCrowded();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!datasets.containsKey(request.getRequestURI()) || !METHODS.contains(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    try {
      take(request, response, chain);
    } catch (Refused e) {
      refuse(request, response, e);
    } catch (BadMessageException e) {
      refuse(request, response, new Refused(Problem.of(e.getCode(), e.getReason())));
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, Refused refusal)
      throws IOException {
    activity.count(refusal.retryAfter() > 0 ? Outcome.REJECTED : Outcome.REFUSED);
    if (refusal.retryAfter() > 0) {
      response.setIntHeader("Retry-After", refusal.retryAfter());
    }
    if (request.getContentLengthLong() > 0 && request.getAttribute(QueryRequest.READ) == null) {
      // What was sent with the request has not been read, and would pass for the next one.
      response.setHeader("Connection", "close");
    }
    refusal.problem().send(request, response);
  }

  /** Other addresses of the server stay within reach, however many send queries. */
  private void take(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!places.tryAcquire()) {
      throw new Refused(
          Problem.of(503, "busy", "too many requests are under way", "Ask again later."), 5);
    }
    try {
      answer(QueryRequest.read(request, bounds.requestBytes()), response, chain);
    } finally {
      places.release();
    }
  }

  private void answer(QueryRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Delivery delivery = new Delivery(request, response);
    RequestNotes.of(request).ifPresent(notes -> request.query().ifPresent(notes::ask));
    String build = build(request);
    Optional<String> key = build.isEmpty() ? Optional.empty() : AnswerCache.key(request, build);
    if (key.isPresent() && isGivenAgain(delivery, key.get())) {
      return;
    }
    if (request.isForDescription()) {
      make(request, response, chain, key, () -> {});
      return;
    }
    try (Admission.Turn turn = admission.enter(bounds.proxies().client(request))) {
      make(request, response, chain, key, turn::executed);
    }
  }

  private boolean isGivenAgain(Delivery delivery, String key) throws IOException {
    boolean known = delivery.isKnown(key);
    Optional<Answer> answer = known ? Optional.empty() : cache.find(key);
    if (known || answer.isPresent()) {
      activity.count(Outcome.ANSWERED_FROM_CACHE);
    }
    if (answer.isPresent()) {
      delivery.send(answer.get(), key);
    }
    return known || answer.isPresent();
  }

  private void make(
      QueryRequest request,
      HttpServletResponse response,
      FilterChain chain,
      Optional<String> key,
      Runnable executed)
      throws IOException, ServletException {
    AnswerBuffer buffer = new AnswerBuffer(bounds.answerBytes(), () -> tooLong(request));
    try (WholeAnswer whole = new WholeAnswer(request, response, buffer)) {
      chain.doFilter(request, whole);
      executed.run();
      int status = whole.getStatus();
      activity.count(outcome(status, request));
      boolean good = status == HttpServletResponse.SC_OK;
      Optional<String> kept =
          key.filter(k -> good && build(request).equals(request.getAttribute(BUILD.getSymbol())));
      if (kept.isPresent() && buffer.isInMemory() && cache.takes(buffer.size())) {
        String type = requireNonNullElse(whole.getContentType(), "application/octet-stream");
        Answer answer = new Answer(type, buffer.inMemory());
        cache.keep(kept.get(), answer);
        new Delivery(request, response).send(answer, kept.get());
      } else {
        new Delivery(request, response).send(buffer, kept);
      }
    }
  }

  private static void tooLong(QueryRequest request) {
    throw request.getAttribute(ALLOWANCE) instanceof Allowance allowance
        ? allowance.exceeded(Bound.BYTES)
        : new QueryCancelledException();
  }

  private static Outcome outcome(int status, QueryRequest request) {
    if (status < 400) {
      return Outcome.ANSWERED;
    }
    if (status < 500) {
      return Outcome.REFUSED;
    }
    boolean stopped =
        request.getAttribute(ALLOWANCE) instanceof Allowance allowance
            && allowance.reached().isPresent();
    return stopped ? Outcome.STOPPED : Outcome.FAILED;
  }

  /** The build that is served now; nothing if that is not said, as of a dataset that changes. */
  private String build(HttpServletRequest request) {
    DataAccessPoint point =
        DataAccessPointRegistry.get(request.getServletContext())
            .get(datasets.get(request.getRequestURI()));
    return point == null
        ? ""
        : point.getDataService().getDataset().getContext().getAsString(BUILD, "");
  }
}
