package org.w3id.scokg.server;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** A response of which nothing is sent before it is whole, so that none is cut off. */
final class WholeAnswer extends HttpServletResponseWrapper implements AutoCloseable {

  /** What whoever sends the whole decides. */
  private static final Set<String> OURS =
      Set.of("cache-control", "pragma", "content-length", "vary", "server", "connection");

  private final HttpServletRequest request;
  private final AnswerBuffer buffer;

  WholeAnswer(HttpServletRequest request, HttpServletResponse response, AnswerBuffer buffer) {
    super(response);
    this.request = request;
    this.buffer = buffer;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return buffer;
  }

  @Override
  public PrintWriter getWriter() {
    return new PrintWriter(new OutputStreamWriter(buffer, StandardCharsets.UTF_8), true);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    resetBuffer();
    Problem.of(status, message).send(request, this);
  }

  @Override
  public void sendError(int status) throws IOException {
    resetBuffer();
    Problem.of(status, "").send(request, this);
  }

  @Override
  public void setHeader(String name, String value) {
    if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
      super.addHeader(name, value);
    }
  }

  @Override
  public void setContentLength(int length) {
    // The buffer knows it.
  }

  @Override
  public void setContentLengthLong(long length) {
    // The buffer knows it.
  }

  @Override
  public void flushBuffer() {
    // Not before it is whole.
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public void resetBuffer() {
    try {
      buffer.forget();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void reset() {
    resetBuffer();
    super.reset();
  }

  @Override
  public void close() throws IOException {
    buffer.forget();
  }
}
