package org.w3id.scokg.validate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** The text of a source, for comparing digests. */
final class CitedText {

  private final String text;
  // Taken apart when asked for: few texts are cited both ways, and none is small for sure.
  private int @Nullable [] codePoints;
  private int @Nullable [] rows;

  private CitedText(String text) {
    this.text = text;
  }

  /** Decodes a text; empty if the bytes are not UTF-8. */
  static Optional<CitedText> of(byte[] bytes) {
    try {
      // A new decoder reports what it cannot read, where String's constructor replaces it.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(new CitedText(text));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  int length() {
    return codePoints().length;
  }

  /** How many records the text has as CSV, a header line included. */
  int rows() {
    return rowStarts().length - 1;
  }

  /** The digest of a span inside the text. */
  String digest(Span span) {
    int start = Math.toIntExact(span.start());
    return DigestUtils.sha256Hex(
        new String(codePoints(), start, Math.toIntExact(span.end() - start)));
  }

  /** The digest of a record as it is written, without its line break; the first is row 1. */
  String digestOfRow(int row) {
    int[] starts = rowStarts();
    int start = starts[row - 1];
    int end = starts[row];
    if (end > start && text.charAt(end - 1) == '\n') {
      end--;
      if (end > start && text.charAt(end - 1) == '\r') {
        end--;
      }
    }
    return DigestUtils.sha256Hex(text.substring(start, end));
  }

  private int[] codePoints() {
    int[] known = codePoints;
    if (known == null) {
      known = text.codePoints().toArray();
      codePoints = known;
    }
    return known;
  }

  /**
   * Where the rows start, which end at line breaks outside quotes, as <a
   * href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> has it; and the end of the last one.
   */
  private int[] rowStarts() {
    int[] known = rows;
    if (known == null) {
      known = rowStarts(text);
      rows = known;
    }
    return known;
  }

  private static int[] rowStarts(String text) {
    IntStream.Builder starts = IntStream.builder();
    starts.add(0);
    boolean quoted = false;
    int last = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (c == '\n' && !quoted) {
        last = i + 1;
        starts.add(last);
      }
    }
    if (last < text.length()) {
      starts.add(text.length());
    }
    return starts.build().toArray();
  }
}
