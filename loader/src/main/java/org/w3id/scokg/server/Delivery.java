package org.w3id.scokg.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Sends what answers a request: packed if the client takes it, and not at all if the client has it.
 *
 * @param request what was asked
 * @param response where it goes
 */
record Delivery(QueryRequest request, HttpServletResponse response) {

  /** What is smaller than this gets no smaller packed. */
  private static final int WORTH_PACKING = 1024;

  /**
   * A name for an answer, the same for all its codings, so that it says what was answered and not
   * byte for byte (RFC 9110 §8.8.1).
   */
  private static String tag(String key) {
    return "W/\"" + key + "\"";
  }

  /** Says that the client has the answer already, if it does. */
  boolean isKnown(String key) {
    boolean known =
        Collections.list(request.getHeaders("If-None-Match")).stream()
            .anyMatch(tags -> tags.contains("\"" + key + "\"") || tags.strip().equals("*"));
    if (known) {
      head(Optional.of(key));
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    }
    return known;
  }

  /** Sends an answer that was kept. */
  void send(Answer answer, String key) throws IOException {
    boolean packed = takesGzip() && answer.plain().length >= WORTH_PACKING;
    head(Optional.of(key));
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(answer.type());
    if (packed) {
      response.setHeader("Content-Encoding", "gzip");
    }
    byte[] body = packed ? answer.packed() : answer.plain();
    response.setContentLength(body.length);
    if (request.wantsBody()) {
      response.getOutputStream().write(body);
    }
  }

  /** Sends what has just been made. */
  void send(AnswerBuffer made, Optional<String> key) throws IOException {
    if (response.getStatus() == HttpServletResponse.SC_OK) {
      head(key);
    } else {
      response.setHeader("Cache-Control", "no-store");
    }
    if (!takesGzip() || made.size() < WORTH_PACKING) {
      response.setContentLengthLong(made.size());
      if (request.wantsBody()) {
        made.copyTo(response.getOutputStream());
      }
    } else if (request.wantsBody()) {
      response.setHeader("Content-Encoding", "gzip");
      try (OutputStream packed = new GZIPOutputStream(response.getOutputStream())) {
        made.copyTo(packed);
      }
    }
  }

  /** It may be kept anywhere, but is asked for again, since another build may be served by then. */
  private void head(Optional<String> key) {
    key.ifPresent(known -> response.setHeader("ETag", tag(known)));
    response.setHeader("Cache-Control", key.isPresent() ? "public, no-cache" : "no-store");
    response.setHeader("Vary", "Accept, Accept-Encoding");
  }

  private boolean takesGzip() {
    return Collections.list(request.getHeaders("Accept-Encoding")).stream()
        .map(codings -> codings.toLowerCase(Locale.ROOT).replace(" ", ""))
        .anyMatch(codings -> codings.contains("gzip") && !codings.contains("gzip;q=0"));
  }
}
