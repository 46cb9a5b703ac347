package org.w3id.scokg.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Makes answers smaller for those who take them so (RFC 9110 §8.4.1.3). */
final class Packing {

  /** What is shorter is sent as it is: {@value} bytes. */
  private static final int WORTH = 1024;

  private Packing() {}

  /** Whether an answer is a text that gets smaller. */
  static boolean helps(Answer answer) {
    return answer.body().length >= WORTH
        && (answer.type().startsWith("text/")
            || answer.type().startsWith("application/")
            || answer.type().equals("image/svg+xml"));
  }

  /** Whether a client unpacks what it gets. */
  static boolean isTaken(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Accept-Encoding")).stream()
        .map(codings -> codings.toLowerCase(Locale.ROOT).replace(" ", ""))
        .anyMatch(codings -> codings.contains("gzip") && !codings.contains("gzip;q=0"));
  }

  static byte[] pack(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
