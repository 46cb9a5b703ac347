package org.w3id.scokg.draw;

import java.util.ArrayList;
import java.util.List;

/** How wide a text is about, since the server has no fonts: rather too wide than too narrow. */
final class TextWidth {

  private TextWidth() {}

  /** The width of a text in a sans-serif font of a size. */
  static double of(String text, double size) {
    return text.codePoints().mapToDouble(TextWidth::ofCharacter).sum() * size;
  }

  private static double ofCharacter(int c) {
    if (c >= 0x1100 && (Character.isIdeographic(c) || (c >= 0x2E80 && c < 0xD7B0) || c >= 0xFF00)) {
      return 1.02;
    }
    if ("iljI.,:;'|!()[] ".indexOf(c) >= 0) {
      return 0.36;
    }
    return Character.isUpperCase(c) || c == 'm' || c == 'w' ? 0.74 : c >= 0x400 ? 0.62 : 0.57;
  }

  /** The text, cut so that it is no wider. */
  static String cut(String text, double size, double width) {
    if (of(text, size) <= width) {
      return text;
    }
    int end = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      if (of(text.substring(0, next) + "…", size) > width) {
        break;
      }
      end = next;
    }
    return text.substring(0, end).strip() + "…";
  }

  /** The text in lines that are no wider, the last of which is cut. */
  static List<String> wrap(String text, double size, double width, int lines) {
    List<String> wrapped = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty() && wrapped.size() < lines - 1 && of(rest, size) > width) {
      int end = end(rest, size, width);
      wrapped.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    wrapped.add(cut(rest, size, width));
    return wrapped;
  }

  /** Where a line ends: after a word, if there is one, else after what fits. */
  private static int end(String text, double size, double width) {
    int fits = text.offsetByCodePoints(0, 1);
    while (fits < text.length()) {
      int next = text.offsetByCodePoints(fits, 1);
      if (of(text.substring(0, next), size) > width) {
        break;
      }
      fits = next;
    }
    int space = text.lastIndexOf(' ', fits);
    return space > 0 ? space : fits;
  }
}
