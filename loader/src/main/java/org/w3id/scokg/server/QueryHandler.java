package org.w3id.scokg.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.jetty.http.BadMessageException;
import org.w3id.scokg.guard.Allowance;
import org.w3id.scokg.guard.Bound;
import org.w3id.scokg.guard.Limits;
import org.w3id.scokg.guard.Patience;
import org.w3id.scokg.guard.Watch;

/**
 * Answers queries by the SPARQL 1.1 Protocol §2.1, and a request without a query by the service's
 * description. What goes wrong is answered by one plain sentence, never by a stack trace.
 */
final class QueryHandler extends SPARQL_QueryDataset {

  private static final Problem TOO_DEEP = Problem.of(400, "The query nests too deeply.");

  private final Limits limits;
  private final Watch watch;

  /**
   * A handler of queries.
   *
   * @param limits what each may cost
   * @param watch what watches over all
   */
  QueryHandler(Limits limits, Watch watch) {
    this.limits = limits;
    this.watch = watch;
  }

  @Override
  public void process(HttpAction action) {
    guard(action, super::process);
  }

  @Override
  public void execGet(HttpAction action) {
    if (action.getRequestQueryString() == null) {
      describe(action);
    } else {
      super.execGet(action);
    }
  }

  /** A description has the same head without its body; the container leaves the body out. */
  @Override
  public void execHead(HttpAction action) {
    execGet(action);
  }

  @Override
  protected void execute(String query, HttpAction action) {
    Allowance allowance = new Allowance(limits, patience(action));
    allowance.govern(action.getContext());
    HttpServletRequest request = action.getRequest();
    request.setAttribute(QueryGate.ALLOWANCE, allowance);
    request.setAttribute(
        QueryGate.BUILD.getSymbol(), action.getContext().getAsString(QueryGate.BUILD, ""));
    watch.begin(allowance);
    try {
      super.execute(query, action);
    } finally {
      watch.end(allowance);
    }
  }

  @Override
  protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
    ServiceDenial.watch(action.getContext());
    DatasetGraph watched = query.isDescribeType() ? allowance(action).watched(dataset) : dataset;
    return QueryExec.newBuilder()
        .dataset(watched)
        .query(query)
        .context(action.getContext())
        .build();
  }

  private static Patience patience(HttpAction action) {
    try {
      return Patience.of(
          action.getContext().getAsString(ARQ.queryTimeout), action.getRequestParameter("timeout"));
    } catch (IllegalArgumentException e) {
      throw new ActionErrorException(400, "'timeout' is not a time in seconds", e);
    }
  }

  @Override
  protected QueryExecResult executeQuery(
      HttpAction action, QueryExec execution, Query query, String log) {
    Allowance allowance = allowance(action);
    if (query.isSelectType()) {
      return new QueryExecResult(allowance.rows(execution.select()));
    }
    if (query.isConstructType()) {
      return new QueryExecResult(
          execution.constructDataset(allowance.statements(DatasetGraphFactory.create())));
    }
    if (query.isDescribeType()) {
      return new QueryExecResult(
          execution.describe(allowance.statements(GraphFactory.createDefaultGraph())));
    }
    return super.executeQuery(action, execution, query, log);
  }

  /** What is thrown while the answer is written gets lost there, so it is asked for afterwards. */
  @Override
  protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
    super.sendResults(action, result, prologue);
    if (ServiceDenial.happened(action.getContext())) {
      throw new QueryDeniedException();
    }
    allowance(action).check();
  }

  private static Allowance allowance(HttpAction action) {
    return Allowance.of(action.getContext())
        .orElseThrow(() -> new IllegalStateException("Bug: a query without allowance"));
  }

  private void describe(HttpAction action) {
    action
        .getRequest()
        .setAttribute(
            QueryGate.BUILD.getSymbol(), action.getContext().getAsString(QueryGate.BUILD, ""));
    DatasetSummary summary = Generation.of(action.getRequest()).summary(action.getDataset());
    MediaType form =
        ConNeg.chooseContentType(
            action.getRequest(), ServiceDescription.FORMS, ServiceDescription.TURTLE);
    byte[] body =
        new ServiceDescription(action.getRequest().getRequestURL().toString(), summary).write(form);
    send(action, HttpServletResponse.SC_OK, form.getContentTypeStr(), body);
  }

  /** Fuseki would also answer what is caught here, but counts characters where it owes bytes. */
  private static void guard(HttpAction action, Action work) {
    try {
      work.run(action);
    } catch (ActionErrorException e) {
      // The parser tells so of a query that nests too deeply for it.
      boolean deep = String.valueOf(e.getMessage()).contains("StackOverflowError");
      refuse(action, deep ? TOO_DEEP : Problem.of(e.getRC(), e.getMessage()));
    } catch (QueryCancelledException | QueryDeniedException e) {
      refuse(
          action,
          e instanceof QueryDeniedException || ServiceDenial.happened(action.getContext())
              ? Problem.of(403, ServiceDenial.reason(action.getContext()))
              : stopped(action, Bound.TIME));
    } catch (StackOverflowError e) {
      refuse(
          action,
          Allowance.of(action.getContext()).isPresent() ? stopped(action, Bound.DEPTH) : TOO_DEEP);
    } catch (OutOfMemoryError e) {
      refuse(action, stopped(action, Bound.HEAP));
    } catch (QueryExceptionHTTP | HttpException e) {
      refuse(
          action,
          Problem.of(
              HttpServletResponse.SC_BAD_GATEWAY,
              "Another endpoint, which the query asks, gives no answer: " + e.getMessage()));
    } catch (QueryException | BadMessageException e) {
      refuse(action, Problem.of(HttpServletResponse.SC_BAD_REQUEST, e.getMessage()));
    } catch (RuntimeIOException e) {
      // The client went away, so there is nobody to answer.
      throw e;
    } catch (RuntimeException | LinkageError | AssertionError e) {
      action.log.error("[{}] The query failed", action.id, e);
      refuse(
          action,
          Problem.of(
              HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
              "The server failed on this query. It is our mistake; the log has request "
                  + action.id
                  + "."));
    }
  }

  private static Problem stopped(HttpAction action, Bound otherwise) {
    Allowance allowance = allowance(action);
    Bound bound = allowance.reached().orElse(otherwise);
    allowance.stop(bound);
    return StoppedQuery.by(bound);
  }

  private static void refuse(HttpAction action, Problem problem) {
    HttpServletResponse response = action.getResponse();
    if (!response.isCommitted()) {
      response.resetBuffer();
      // What was sent with the request may not have been read, and would pass for the next one.
      response.setHeader("Connection", "close");
      try {
        problem.send(action.getRequest(), response);
      } catch (IOException e) {
        throw new RuntimeIOException(e);
      }
    }
  }

  private static void send(HttpAction action, int status, String type, byte[] body) {
    HttpServletResponse response = action.getResponse();
    response.setStatus(status);
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    try {
      response.getOutputStream().write(body);
    } catch (IOException e) {
      throw new RuntimeIOException(e);
    }
  }

  /** Something done for a request. */
  private interface Action {
    void run(HttpAction action);
  }
}
