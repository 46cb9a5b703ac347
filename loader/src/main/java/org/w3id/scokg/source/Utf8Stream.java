package org.w3id.scokg.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Characters as a stream of UTF-8. */
public final class Utf8Stream extends InputStream {

  private final Reader reader;
  private final char[] chars = new char[1 << 13];
  private int kept;
  private byte[] bytes = {};
  private int at;

  /** Begins at the first character. */
  public Utf8Stream(Reader reader) {
    this.reader = reader;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (at == bytes.length && !refill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, buffer, offset, count);
    at += count;
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** The first half of a surrogate pair is kept until the second is there. */
  private boolean refill() throws IOException {
    int count = reader.read(chars, kept, chars.length - kept);
    if (count < 0) {
      return false;
    }
    int end = kept + count;
    int whole = Character.isHighSurrogate(chars[end - 1]) ? end - 1 : end;
    bytes = new String(chars, 0, whole).getBytes(StandardCharsets.UTF_8);
    at = 0;
    kept = end - whole;
    chars[0] = chars[end - 1];
    return bytes.length > 0 || refill();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
