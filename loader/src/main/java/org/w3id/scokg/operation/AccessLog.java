package org.w3id.scokg.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.server.RequestNotes;
import org.w3id.scokg.server.Serving;

/**
 * Tells of every request that has ended, in one JSON object a line. What was asked is told of slow
 * queries only; parameters, cookies and tokens of none.
 */
final class AccessLog implements RequestLog {

  private static final int PATH_CHARACTERS = 200;
  private static final int HEADER_CHARACTERS = 200;
  private static final int QUERY_CHARACTERS = 10_000;

  private final Serving serving;
  private final Duration slow;
  private final Logged logged;
  private final LogSink sink;

  /**
   * Begins a log.
   *
   * @param serving what is answered from
   * @param slow from what time on a query is slow
   * @param logged which requests are told of
   * @param sink takes the lines
   */
  AccessLog(Serving serving, Duration slow, Logged logged, LogSink sink) {
    this.serving = serving;
    this.slow = slow;
    this.logged = logged;
    this.sink = sink;
  }

  @Override
  public void log(Request request, Response response) {
    long nanos = System.nanoTime() - request.getBeginNanoTime();
    RequestNotes notes = (RequestNotes) request.getAttribute(RequestNotes.ATTRIBUTE);
    boolean slowQuery = notes != null && !notes.query().isEmpty() && nanos >= slow.toNanos();
    if (logged == Logged.REQUESTS || slowQuery) {
      LogLine line = line(request, response, notes, TimeUnit.NANOSECONDS.toMillis(nanos));
      if (notes != null && slowQuery) {
        line.put("query", notes.query(), QUERY_CHARACTERS);
      }
      sink.write(line.toString());
    }
  }

  private LogLine line(
      Request request, Response response, @Nullable RequestNotes notes, long millis) {
    LogLine line =
        new LogLine()
            .put("time", Instant.now().toString())
            .put("id", notes == null ? "" : notes.id())
            .put("client", String.valueOf(Request.getRemoteAddr(request)))
            .put("method", request.getMethod(), HEADER_CHARACTERS)
            .put("path", path(request), PATH_CHARACTERS)
            .put("status", response.getStatus())
            .put("bytes", Response.getContentBytesWritten(response))
            .put("ms", millis)
            .put("build", build(response));
    putHeader(line, "agent", request, HttpHeader.USER_AGENT);
    putHeader(line, "forwardedFor", request, HttpHeader.X_FORWARDED_FOR);
    if (notes != null && notes.isBroken()) {
      line.put("broken", true);
    }
    return line;
  }

  /** The build that was answered from, which may be another one by now. */
  private String build(Response response) {
    String named = response.getHeaders().get(Attendance.BUILD);
    return named == null ? serving.build() : named;
  }

  private static String path(Request request) {
    String path = request.getHttpURI().getPath();
    return path == null ? "" : path;
  }

  private static void putHeader(LogLine line, String name, Request request, HttpHeader header) {
    String value = request.getHeaders().get(header);
    if (value != null) {
      line.put(name, value, HEADER_CHARACTERS);
    }
  }
}
