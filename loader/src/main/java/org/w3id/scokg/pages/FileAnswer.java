package org.w3id.scokg.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends a dump, or the part of it that is asked for (RFC 9110 §14). */
final class FileAnswer {

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  private final Dumps.File file;
  private final String etag;

  FileAnswer(Dumps.File file, String build) {
    this.file = file;
    this.etag = "\"" + (file.sha256().isEmpty() ? build + "-" + file.size() : file.sha256()) + "\"";
  }

  /** A part of a file, both ends included. */
  private record Part(long first, long last) {
    long length() {
      return last - first + 1;
    }
  }

  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("ETag", etag);
    response.setHeader("Accept-Ranges", "bytes");
    response.setHeader("Cache-Control", "no-cache");
    if (Conditions.isKnown(request.getHeader("If-None-Match"), etag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(
        file.name().endsWith(".gz") ? "application/gzip" : "text/plain;charset=utf-8");
    String range = request.getHeader("Range");
    String condition = request.getHeader("If-Range");
    boolean isAsked = range != null && (condition == null || condition.equals(etag));
    Matcher matcher = RANGE.matcher(isAsked ? range.strip() : "");
    // What is no range of bytes, or several, is answered with the whole.
    if (!matcher.matches() || (matcher.group(1) + matcher.group(2)).isEmpty()) {
      write(request, response, new Part(0, file.size() - 1));
      return;
    }
    Part part = part(matcher.group(1), matcher.group(2));
    if (part.first > part.last || part.first >= file.size()) {
      response.setHeader("Content-Range", "bytes */" + file.size());
      response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
      return;
    }
    response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
    response.setHeader(
        "Content-Range", "bytes %d-%d/%d".formatted(part.first, part.last, file.size()));
    write(request, response, part);
  }

  private Part part(String first, String last) {
    long end = file.size() - 1;
    if (first.isEmpty()) {
      return new Part(Math.max(0, file.size() - Long.parseLong(last)), end);
    }
    return new Part(
        Long.parseLong(first), last.isEmpty() ? end : Math.min(end, Long.parseLong(last)));
  }

  private void write(HttpServletRequest request, HttpServletResponse response, Part part)
      throws IOException {
    response.setContentLengthLong(part.length());
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file.path());
        WritableByteChannel out = Channels.newChannel(response.getOutputStream())) {
      long position = part.first;
      while (position <= part.last) {
        position += channel.transferTo(position, part.last - position + 1, out);
      }
    }
  }
}
