package org.w3id.scokg.reconcile;

/** Text as HTML has it. */
public final class HtmlText {

  /** What stands in the place of a character that would turn the text. */
  private static final char MARK = '\uFFFD';

  private HtmlText() {}

  /** A text as HTML: what is hostile in it is letters from here on. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
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
                    escaped.appendCodePoint(c);
                  }
                }
              }
            });
    return escaped.toString();
  }

  /** What turns the direction of the text that follows. */
  private static boolean turns(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** Not what HTML forbids. */
  private static boolean isShown(int c) {
    return (c >= ' ' || c == '\n' || c == '\t') && c != 0x7F;
  }
}
