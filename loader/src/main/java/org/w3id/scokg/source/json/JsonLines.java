package org.w3id.scokg.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.source.SourceFile;

/** The lines of JSON Lines, where each is a document of its own. */
final class JsonLines {

  private static final Pattern NAME =
      Pattern.compile(
          ".*\\.(jsonl|ndjson)(\\.(gz|zip|xz|tar\\.gz|tar\\.xz|tgz|txz))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** How much is kept of a line that is no JSON. */
  private static final int KEPT = 1 << 16;

  /** A line, which is there until the next is read. */
  static final class Line {

    private final byte[] bytes;
    private final int start;
    private final int length;
    private final long number;

    private Line(byte[] bytes, int start, int length, long number) {
      this.bytes = bytes;
      this.start = start;
      this.length = length;
      this.number = number;
    }

    /** Its number, counted from 1. */
    long number() {
      return number;
    }

    /**
     * A parser of it.
     *
     * @throws MalformedInputException if it is not in UTF-8, as its first bytes tell
     */
    JsonParser parser(JsonFactory factory) throws IOException {
      JsonBytes.checkEncoding(bytes, start, length);
      return factory.createParser(bytes, start, length);
    }

    /** Its start as a JSON string. */
    String quoted() {
      StringBuilder out = new StringBuilder();
      String text = new String(bytes, start, Math.min(length, KEPT), StandardCharsets.UTF_8);
      JsonText.quote(text.stripTrailing(), out);
      return out.toString();
    }
  }

  private final JsonBytes in;
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private long number;

  JsonLines(JsonBytes in) {
    this.in = in;
  }

  /** Whether a source is JSON Lines, which its name tells. */
  static boolean isNameOf(SourceFile file) {
    return NAME.matcher(file.name()).matches();
  }

  /** The number of the line that was read last, counted from 1; 0 before the first. */
  long number() {
    return number;
  }

  /** The next line, or {@code null} after the last. */
  @Nullable Line next() throws IOException {
    in.nextToken();
    int length = 0;
    do {
      while (start + length < end) {
        if (buffer[start + length] == '\n') {
          return line(length, 1);
        }
        length++;
      }
    } while (fill());
    return length == 0 ? null : line(length, 0);
  }

  private Line line(int length, int lineFeed) {
    Line line = new Line(buffer, start, length, ++number);
    start += length + lineFeed;
    return line;
  }

  /** Moves the line that was begun to the front, and reads on behind it. */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, start, buffer, 0, end - start);
    end -= start;
    start = 0;
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * end);
    }
    int count = in.read(buffer, end, buffer.length - end);
    end += Math.max(0, count);
    return count >= 0;
  }
}
