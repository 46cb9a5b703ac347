package org.w3id.scokg.facts;

import java.io.IOException;
import java.io.InputStream;

/**
 * Gives bytes a few at a time. The decoders of the JDK take ASCII at once, and anything else one by
 * one from the first other character on to the end of what they were given: with less at a time,
 * text with an accent here and there is decoded several times faster.
 */
final class Sips extends InputStream {

  private static final int MOST = 256;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 15];
  private int position;
  private int end;

  Sips(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    return fill() ? buffer[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int start, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    int count = Math.min(Math.min(length, MOST), end - position);
    System.arraycopy(buffer, position, target, start, count);
    position += count;
    return count;
  }

  private boolean fill() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, in.read(buffer));
    }
    return end > 0;
  }

  /** What is here already, so that a decoder goes on until its own buffer is full. */
  @Override
  public int available() {
    return end - position;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
