package org.w3id.scokg.source.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import org.w3id.scokg.source.SourceFile;
import org.w3id.scokg.source.Utf8Stream;

/**
 * The bytes of a source in UTF-8, without a byte order mark. Of these, no more are given for one
 * token than fit the memory.
 */
final class JsonBytes extends InputStream {

  /** The most bytes that one token may have: {@value}. */
  static final int TOKEN_LIMIT = 1 << 26;

  private static final int HEAD = 4;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private long allowed = TOKEN_LIMIT;

  private JsonBytes(InputStream in) {
    this.in = in;
  }

  /** Opens a source, and makes UTF-8 of another encoding. */
  static JsonBytes open(SourceFile file) throws IOException {
    InputStream utf8 =
        file.encoding().equals(StandardCharsets.UTF_8)
            ? file.open()
            : new Utf8Stream(file.reader());
    try {
      return new JsonBytes(afterByteOrderMark(utf8));
    } catch (IOException e) {
      utf8.close();
      throw e;
    }
  }

  private static InputStream afterByteOrderMark(InputStream utf8) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(utf8, HEAD);
    byte[] head = stream.readNBytes(HEAD);
    checkEncoding(head, 0, head.length);
    int start = startsWithMark(head) ? BYTE_ORDER_MARK.length : 0;
    stream.unread(head, start, head.length - start);
    return stream;
  }

  private static boolean startsWithMark(byte[] head) {
    return head.length >= BYTE_ORDER_MARK.length
        && head[0] == BYTE_ORDER_MARK[0]
        && head[1] == BYTE_ORDER_MARK[1]
        && head[2] == BYTE_ORDER_MARK[2];
  }

  /**
   * Refuses what the parser would take for UTF-16 or UTF-32 of its own accord.
   *
   * @throws MalformedInputException if the first bytes are not those of JSON in UTF-8
   */
  static void checkEncoding(byte[] bytes, int start, int length) throws MalformedInputException {
    int end = Math.min(start + HEAD, start + length);
    for (int i = start; i < end; i++) {
      if (bytes[i] == 0) {
        throw new MalformedInputException(1);
      }
    }
    if (length > 0 && (bytes[start] == (byte) 0xfe || bytes[start] == (byte) 0xff)) {
      throw new MalformedInputException(1);
    }
  }

  /** Allows as many bytes again as one token may have. */
  void nextToken() {
    allowed = TOKEN_LIMIT;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (allowed < 0) {
      throw new JsonProblem(
          String.format("a single value is larger than %,d bytes", TOKEN_LIMIT),
          "a value is held in memory, to look at it",
          "look for a quote that is not closed");
    }
    int count = in.read(buffer, offset, length);
    allowed -= count;
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
