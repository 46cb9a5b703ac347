package org.w3id.scokg.validate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** The text of a source, for comparing digests. */
final class CitedText {

  private final int[] codePoints;
  private final List<String> rows;

  private CitedText(String text) {
    this.codePoints = text.codePoints().toArray();
    this.rows = rows(text);
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
    return codePoints.length;
  }

  /** How many records the text has as CSV, a header line included. */
  int rows() {
    return rows.size();
  }

  /** The digest of a span inside the text. */
  String digest(Span span) {
    int start = Math.toIntExact(span.start());
    return DigestUtils.sha256Hex(
        new String(codePoints, start, Math.toIntExact(span.end() - start)));
  }

  /** The digest of a record as it is written, without its line break; the first is row 1. */
  String digestOfRow(int row) {
    return DigestUtils.sha256Hex(rows.get(row - 1));
  }

  /**
   * Splits at line breaks outside quotes, as <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC
   * 4180</a> has it.
   */
  private static List<String> rows(String text) {
    List<String> rows = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (c == '\n' && !quoted) {
        rows.add(text.substring(start, i > start && text.charAt(i - 1) == '\r' ? i - 1 : i));
        start = i + 1;
      }
    }
    if (start < text.length()) {
      rows.add(text.substring(start));
    }
    return rows;
  }
}
