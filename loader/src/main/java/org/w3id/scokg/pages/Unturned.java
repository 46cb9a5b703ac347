package org.w3id.scokg.pages;

/**
 * Texts in which what would turn the direction of the text that follows, or control anything else,
 * is a mark that one sees, for programs that show them beside their own words. Data is handed out
 * as it is.
 */
final class Unturned {

  private static final int MARK = 0xFFFD;

  private Unturned() {}

  /** The text to show. */
  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(c -> plain.appendCodePoint(isShown(c) ? c : MARK));
    return plain.toString();
  }

  private static boolean isShown(int c) {
    boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return !turns && !Character.isISOControl(c);
  }
}
