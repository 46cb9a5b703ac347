package org.w3id.scokg.facts;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Reads characters, passing over a byte order mark and guessing nothing. */
final class StrictReader extends FilterReader {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private boolean started;
  private boolean nul;

  StrictReader(InputStream bytes, Charset encoding) {
    super(
        new InputStreamReader(
            new Sips(bytes),
            encoding
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  /** Whether there was a NUL in what was read up to now, or ahead of that. */
  boolean hasMetNul() {
    return nul;
  }

  @Override
  public int read() throws IOException {
    int first = in.read();
    boolean marked = !started && first == BYTE_ORDER_MARK;
    started = true;
    int next = marked ? in.read() : first;
    nul |= next == 0;
    return next;
  }

  @Override
  public int read(char[] buffer, int start, int length) throws IOException {
    if (!started && length > 0) {
      int first = read();
      buffer[start] = (char) first;
      return first < 0 ? -1 : 1;
    }
    int count = in.read(buffer, start, length);
    boolean found = false;
    for (int i = start; i < start + count; i++) {
      found |= buffer[i] == 0;
    }
    nul |= found;
    return count;
  }
}
