package org.w3id.scokg.facts;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A text that facts are taken from, addressed as {@code oa:TextPositionSelector} addresses it (Web
 * Annotation Data Model §4.2.5): positions between Unicode code points, from 0, end exclusive.
 */
public final class SourceText {

  private final String text;
  private final boolean onePerChar;

  private SourceText(String text) {
    this.text = text;
    this.onePerChar = text.codePointCount(0, text.length()) == text.length();
  }

  /** The text given. */
  public static SourceText of(String text) {
    return new SourceText(text);
  }

  /** How many code points the text has. */
  public int length() {
    return text.codePointCount(0, text.length());
  }

  /**
   * Every place at which a phrase stands, also overlapping ones, from first to last.
   *
   * @throws IllegalArgumentException if the phrase is empty
   */
  public List<Span> find(String phrase) {
    if (phrase.isEmpty()) {
      throw new IllegalArgumentException("phrase must not be empty");
    }
    List<Span> found = new ArrayList<>();
    for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      int start = onePerChar ? at : text.codePointCount(0, at);
      found.add(
          new Span(
              start,
              start + phrase.codePointCount(0, phrase.length()),
              DigestUtils.sha256Hex(phrase)));
    }
    return found;
  }

  /** The line of a position, counted from 1. */
  public int line(int position) {
    int end = text.offsetByCodePoints(0, position);
    return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  /**
   * A stretch of a text.
   *
   * @param start the position before its first code point
   * @param end the position after its last code point
   * @param sha256 the digest of its UTF-8 bytes, in lower-case hexadecimal digits
   */
  public record Span(int start, int end, String sha256) {}
}
