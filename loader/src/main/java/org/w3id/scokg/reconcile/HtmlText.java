package org.w3id.scokg.reconcile;

/** Text as HTML has it. */
public final class HtmlText {

  /** What stands in the place of a character that would turn the text. */
  private static final char MARK = '\uFFFD';

  private HtmlText() {}

  /** A text as HTML: what is hostile in it is letters from here on. */
  public static String escape(String text) {
    // Most texts of a page have nothing to escape, and a page has hundreds.
    int start = 0;
    while (start < text.length() && isPlain(text.charAt(start))) {
      start++;
    }
    return start == text.length() ? text : escape(text, start);
  }

  private static String escape(String text, int start) {
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, start);
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> {
          if (turns(c)) {
            escaped.append(MARK);
          } else if (isShown(c)) {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }

  private static boolean isPlain(char c) {
    return switch (c) {
      case '<', '>', '&', '"', '\'' -> false;
      default -> isShown(c) && !turns(c);
    };
  }

  /** What turns the direction of the text that follows. */
  private static boolean turns(char c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** Not what HTML forbids. */
  private static boolean isShown(char c) {
    return (c >= ' ' || c == '\n' || c == '\t') && c != 0x7F;
  }
}
