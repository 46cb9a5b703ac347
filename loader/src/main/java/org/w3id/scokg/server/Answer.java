package org.w3id.scokg.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** An answer that is kept, to be given again. Nobody changes its bytes. Safe for many threads. */
final class Answer {

  private final String type;
  private final byte[] plain;
  private volatile byte @Nullable [] packed;

  Answer(String type, byte[] plain) {
    this.type = type;
    this.plain = plain;
  }

  /** Its media type. */
  String type() {
    return type;
  }

  byte[] plain() {
    return plain;
  }

  /** The same as gzip has them, made when they are first asked for. */
  byte[] packed() {
    byte[] known = packed;
    if (known == null) {
      known = pack();
      packed = known;
    }
    return known;
  }

  private byte[] pack() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** How many bytes it takes at most, about. */
  int weight() {
    return plain.length + plain.length / 2 + 512;
  }
}
