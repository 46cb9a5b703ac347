package org.w3id.scokg.publish;

import java.io.IOException;
import java.io.Writer;

/**
 * Gathers text before it is handed on. Rio writes character by character, for each of which the
 * JDK's own buffer takes and gives back a lock. For one thread.
 */
final class TextBuffer extends Writer {

  private final Writer out;
  private final char[] text = new char[1 << 15];
  private int length;

  TextBuffer(Writer out) {
    this.out = out;
  }

  @Override
  public void write(int character) throws IOException {
    if (length == text.length) {
      handOn();
    }
    text[length++] = (char) character;
  }

  @Override
  public void write(String from, int start, int count) throws IOException {
    int at = start;
    int end = start + count;
    while (at < end) {
      if (length == text.length) {
        handOn();
      }
      int part = Math.min(end - at, text.length - length);
      from.getChars(at, at + part, text, length);
      length += part;
      at += part;
    }
  }

  @Override
  public void write(char[] from, int start, int count) throws IOException {
    handOn();
    out.write(from, start, count);
  }

  private void handOn() throws IOException {
    out.write(text, 0, length);
    length = 0;
  }

  @Override
  public void flush() throws IOException {
    handOn();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      handOn();
    }
  }
}
