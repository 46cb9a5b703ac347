package org.w3id.scokg.server;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.riot.WebContent;
import org.eclipse.jetty.http.BadMessageException;
import org.jspecify.annotations.Nullable;

/**
 * A request to a query endpoint, of which all has been read. A HEAD is a GET here, whose body is
 * left out when it is sent.
 */
final class QueryRequest extends HttpServletRequestWrapper {

  /** Set on a request of which all has been read. */
  static final String READ = "scokg.read";

  private static final Pattern CALLBACK =
      Pattern.compile("[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)*");

  private final byte @Nullable [] body;

  private QueryRequest(HttpServletRequest request, byte @Nullable [] body) {
    super(request);
    this.body = body;
    request.setAttribute(READ, true);
  }

  /**
   * Reads a request.
   *
   * @param most the bytes that its body may have
   */
  static QueryRequest read(HttpServletRequest request, int most) throws IOException {
    if (request.getContentLengthLong() > most) {
      throw tooLong();
    }
    byte @Nullable [] body = null;
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    if (request.getMethod().equals("POST") && type.startsWith(WebContent.contentTypeSPARQLQuery)) {
      body = request.getInputStream().readNBytes(most + 1);
      if (body.length > most) {
        throw tooLong();
      }
    }
    QueryRequest read = new QueryRequest(request, body);
    read.requireParameters();
    return read;
  }

  private void requireParameters() {
    String callback;
    try {
      callback = getParameter("callback");
    } catch (IllegalStateException | BadMessageException e) {
      throw isTooLong(e) ? tooLong() : e;
    }
    if (callback != null && !CALLBACK.matcher(callback).matches()) {
      throw new Refused(Problem.of(400, "'callback' is not the name of a function"));
    }
  }

  /** What Jetty says of a form that is too long, or has too many fields. */
  private static boolean isTooLong(RuntimeException e) {
    Throwable cause = e;
    while (cause != null && !(cause instanceof IllegalStateException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  private static Refused tooLong() {
    return new Refused(
        Problem.of(
            413,
            "The body of a request is longer than it may be; %s sets the bound."
                .formatted(Setting.KILOBYTES_PER_REQUEST.key())));
  }

  /** The query as it was sent, if there is one and no more. */
  Optional<String> query() {
    if (body != null) {
      return Optional.of(new String(body, StandardCharsets.UTF_8));
    }
    String[] queries = getParameterValues("query");
    return queries != null && queries.length == 1 ? Optional.of(queries[0]) : Optional.empty();
  }

  /** Whether the description of the endpoint is asked for. */
  boolean isForDescription() {
    return getMethod().equals("GET") && getQueryString() == null;
  }

  @Override
  public String getMethod() {
    return super.getMethod().equals("HEAD") ? "GET" : super.getMethod();
  }

  /** Whether the body of the answer is asked for. */
  boolean wantsBody() {
    return !super.getMethod().equals("HEAD");
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    byte @Nullable [] bytes = body;
    return bytes == null ? super.getInputStream() : new Body(new ByteArrayInputStream(bytes));
  }

  /** The body that was read. */
  private static final class Body extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Body(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int length) {
      return bytes.read(into, from, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("the body must be read at once");
    }
  }
}
