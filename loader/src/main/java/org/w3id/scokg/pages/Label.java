package org.w3id.scokg.pages;

import java.text.Bidi;

/**
 * What a thing is called, or another text.
 *
 * @param text the text
 * @param language its language; empty without one
 */
record Label(String text, String language) {

  /** Hebrew comes first of what is written from right to left, and of what turns a direction. */
  private static final char RIGHT_TO_LEFT = 0x590;

  /** Writes it, in its own language and direction. */
  void write(Html html, Visit visit) {
    boolean isOther = !language.isEmpty() && !language.equals(visit.wording().language());
    if (isOther) {
      html.element("bdi", text, "lang", language);
    } else if (needsDirection()) {
      html.element("bdi", text);
    } else {
      html.text(text);
    }
  }

  /** Whether something in it is written from right to left. */
  private boolean needsDirection() {
    int i = 0;
    while (i < text.length() && text.charAt(i) < RIGHT_TO_LEFT) {
      i++;
    }
    return i < text.length() && Bidi.requiresBidi(text.toCharArray(), 0, text.length());
  }

  /** The text, cut to a length in characters. */
  Label cut(int length) {
    return text.length() <= length || text.codePointCount(0, text.length()) <= length
        ? this
        : new Label(text.substring(0, text.offsetByCodePoints(0, length)) + "…", language);
  }
}
