package org.w3id.scokg.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.web.HttpSC;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not answered (RFC 9457). Who accepts JSON, or anything, gets all of it; who
 * wants another form gets the reason as a line of text.
 *
 * @param status the status of HTTP
 * @param type a name of the problem, or {@code about:blank} where the status says it all
 * @param title what is wrong, in short
 * @param detail what is wrong, and what to do
 */
record Problem(int status, String type, String title, String detail) {

  static final String JSON_TYPE = "application/problem+json";

  private static final String TYPES = "urn:scokg:problem:";

  /** What the status says. */
  static Problem of(int status, @Nullable String detail) {
    String title = String.valueOf(HttpSC.getMessage(status));
    return new Problem(
        status, "about:blank", title, detail == null || detail.isBlank() ? title : detail.strip());
  }

  /** A problem that machines can tell from others of the same status. */
  static Problem of(int status, String name, String title, String detail) {
    return new Problem(status, TYPES + name, title, detail);
  }

  /** Sends it, with the reason only if that is asked for. */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean json = takesJson(request.getHeader("Accept"));
    byte[] body = (json ? json() : detail + "\n").getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(json ? JSON_TYPE : "text/plain;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** The problem as JSON, on a line. */
  String json() {
    return JSON.toStringFlat(
                JSON.buildObject(
                    object ->
                        object
                            .pair("type", type)
                            .pair("title", title)
                            .pair("status", status)
                            .pair("detail", detail)))
            .replaceFirst("^\\{ +", "{ ")
        + "\n";
  }

  static boolean takesJson(@Nullable String accept) {
    String ranges = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
    return ranges.isBlank()
        || ranges.contains("json")
        || ranges.contains("*/*")
        || ranges.contains("application/*");
  }
}
