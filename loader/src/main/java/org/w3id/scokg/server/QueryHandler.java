package org.w3id.scokg.server;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.web.HttpSC;
import org.eclipse.jetty.http.BadMessageException;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries by the SPARQL 1.1 Protocol §2.1, and a request without a query by the service's
 * description. What goes wrong is answered by one plain sentence, never by a stack trace.
 */
final class QueryHandler extends SPARQL_QueryDataset {

  /** The descriptions made so far. A dataset never changes, and counting it takes a while. */
  private final Map<DatasetGraph, DatasetSummary> summaries = new ConcurrentHashMap<>();

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
  protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
    ServiceDenial.watch(action.getContext());
    return super.createQueryExec(action, query, dataset);
  }

  @Override
  protected QueryExecResult executeQuery(
      HttpAction action, QueryExec execution, Query query, String log) {
    QueryExecResult result =
        query.isSelectType()
            ? new QueryExecResult(ReadAhead.of(execution.select()))
            : super.executeQuery(action, execution, query, log);
    if (ServiceDenial.happened(action.getContext())) {
      throw new QueryDeniedException();
    }
    return result;
  }

  private void describe(HttpAction action) {
    DatasetSummary summary = summaries.computeIfAbsent(action.getDataset(), DatasetSummary::of);
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
      refuse(action, e.getRC(), e.getMessage());
    } catch (QueryCancelledException | QueryDeniedException e) {
      if (e instanceof QueryDeniedException || ServiceDenial.happened(action.getContext())) {
        refuse(action, HttpServletResponse.SC_FORBIDDEN, ServiceDenial.reason(action.getContext()));
      } else {
        refuse(action, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The query took too long.");
      }
    } catch (QueryExceptionHTTP | HttpException e) {
      refuse(
          action,
          HttpServletResponse.SC_BAD_GATEWAY,
          "Another endpoint, which the query asks, gives no answer: " + e.getMessage());
    } catch (QueryException | BadMessageException e) {
      refuse(action, HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
    } catch (RuntimeIOException e) {
      // The client went away, so there is nobody to answer.
      throw e;
    } catch (RuntimeException e) {
      action.log.error("[{}] The query failed", action.id, e);
      refuse(
          action,
          HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
          "The server failed on this query. It is our mistake; the log has request "
              + action.id
              + ".");
    }
  }

  private static void refuse(HttpAction action, int status, @Nullable String reason) {
    HttpServletResponse response = action.getResponse();
    if (!response.isCommitted()) {
      response.resetBuffer();
      // What was sent with the request may not have been read, and would pass for the next one.
      response.setHeader("Connection", "close");
      byte[] body =
          (requireNonNullElse(reason, HttpSC.getMessage(status)).strip() + "\n")
              .getBytes(StandardCharsets.UTF_8);
      send(action, status, "text/plain", body);
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
