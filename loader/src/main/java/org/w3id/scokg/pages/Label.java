package org.w3id.scokg.pages;

import java.text.Bidi;

/**
 * What a thing is called, or another text.
 *
 * @param text the text
 * @param language its language; empty without one
 */
record Label(String text, String language) {

  /** Writes it, in its own language and direction. */
  void write(Html html, Visit visit) {
    boolean isOther = !language.isEmpty() && !language.equals(visit.wording().language());
    if (isOther) {
      html.element("bdi", text, "lang", language);
    } else if (Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
      html.element("bdi", text);
    } else {
      html.text(text);
    }
  }

  /** The text, cut to a length in characters. */
  Label cut(int length) {
    return text.codePointCount(0, text.length()) <= length
        ? this
        : new Label(text.substring(0, text.offsetByCodePoints(0, length)) + "…", language);
  }
}
