package org.w3id.scokg.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * An answer that is kept, to be given again.
 *
 * @param type its media type
 * @param plain its bytes
 * @param packed the same as gzip has them
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares answers, nor changes them.
record Answer(String type, byte[] plain, byte[] packed) {

  static Answer of(String type, byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Answer(type, plain, packed.toByteArray());
  }

  /** How many bytes it takes, about. */
  int weight() {
    return plain.length + packed.length + 512;
  }
}
