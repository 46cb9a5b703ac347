package org.w3id.scokg.operation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A short answer to whoever operates a server.
 *
 * @param status the status of HTTP
 * @param type the media type
 * @param body the text
 */
record Page(int status, String type, String body) {

  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  /** A document. */
  static Page json(LogLine document) {
    return new Page(200, JSON, document + "\n");
  }

  /** What is wrong, as RFC 9457 has it told. */
  static Page problem(int status, String title, String detail) {
    LogLine problem = new LogLine().put("title", title).put("status", status).put("detail", detail);
    return new Page(status, PROBLEM, problem + "\n");
  }

  /** Sends the page. Nobody on the way may keep it, and no browser take it for another type. */
  void send(Request request, Response response, Callback callback) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, type);
    headers.put(HttpHeader.CONTENT_LENGTH, bytes.length);
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    boolean head = request.getMethod().equals("HEAD");
    response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(bytes), callback);
  }
}
