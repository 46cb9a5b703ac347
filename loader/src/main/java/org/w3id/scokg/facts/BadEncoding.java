package org.w3id.scokg.facts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Locale;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/** Finds the lines of a file that are not in its encoding, once a reader has stumbled over one. */
final class BadEncoding {

  private final TextFile file;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
  private final CharBuffer chars = CharBuffer.allocate(1 << 16);
  private final Diagnostics found = new Diagnostics();
  private long line = 1;
  private char last;

  private BadEncoding(TextFile file) {
    this.file = file;
    this.decoder = file.encoding().newDecoder();
  }

  /**
   * Every badly encoded line, in the file as it is when it is read anew.
   *
   * @param line the line to name where none is found; 0 for none
   */
  static InputException find(TextFile file, long line) {
    BadEncoding search = new BadEncoding(file);
    try (InputStream in = file.open()) {
      search.read(in);
    } catch (IOException e) {
      return new InputException(Unreadable.tell(file.name(), e));
    }
    if (search.found.isEmpty()) {
      search.report(line == 0 ? Location.of(file.name()) : Location.of(file.name(), line));
    }
    return new InputException(search.found.list(), search.found.omitted());
  }

  private void read(InputStream in) throws IOException {
    boolean atEnd = false;
    while (!atEnd) {
      int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
      atEnd = count < 0;
      bytes.position(bytes.position() + Math.max(0, count)).flip();
      decode(atEnd);
      bytes.compact();
    }
  }

  private void decode(boolean atEnd) {
    CoderResult result = CoderResult.OVERFLOW;
    while (!result.isUnderflow()) {
      result = decoder.decode(bytes, chars, atEnd);
      countLines();
      if (result.isError()) {
        report(Location.of(file.name(), line));
        bytes.position(bytes.position() + result.length());
      }
    }
  }

  /** A line ends with a line feed, with a carriage return, or with both. */
  private void countLines() {
    chars.flip();
    while (chars.hasRemaining()) {
      char next = chars.get();
      if (next == '\r' || (next == '\n' && last != '\r')) {
        line++;
      }
      last = next;
    }
    chars.clear();
  }

  /** The collector takes a line once, however many of its bytes are wrong. */
  private void report(Location place) {
    String encoding = file.encoding().name();
    found.accept(
        new Diagnostic(
            place,
            "the line is not " + encoding.toUpperCase(Locale.ROOT),
            "the file is read as " + encoding + ", and no character is guessed",
            "save the file in that encoding"));
  }
}
