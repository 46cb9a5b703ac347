package org.w3id.scokg.source.xml;

import org.jspecify.annotations.Nullable;
import org.w3id.scokg.source.json.JsonText;

/** Writes the markup of an element, from its start to its end. */
final class XmlMarkup {

  private final StringBuilder written = new StringBuilder();
  private boolean startIsOpen;

  void start(@Nullable String prefix, String local) {
    closeStart();
    written.append('<');
    name(prefix, local);
    startIsOpen = true;
  }

  /** Declares a prefix, empty for the default namespace, on the element that was started. */
  void namespace(@Nullable String prefix, @Nullable String uri) {
    written.append(" xmlns");
    if (prefix != null && !prefix.isEmpty()) {
      written.append(':').append(prefix);
    }
    value(XmlEvents.orEmpty(uri));
  }

  void attribute(@Nullable String prefix, String local, String value) {
    written.append(' ');
    name(prefix, local);
    value(value);
  }

  void text(CharSequence text) {
    closeStart();
    for (int i = 0; i < text.length(); i++) {
      escaped(text.charAt(i));
    }
  }

  void comment(String text) {
    closeStart();
    written.append("<!--").append(text).append("-->");
  }

  void instruction(String target, @Nullable String data) {
    closeStart();
    written.append("<?").append(target);
    if (data != null && !data.isEmpty()) {
      written.append(' ').append(data);
    }
    written.append("?>");
  }

  void end(@Nullable String prefix, String local) {
    if (startIsOpen) {
      written.append("/>");
      startIsOpen = false;
      return;
    }
    written.append("</");
    name(prefix, local);
    written.append('>');
  }

  /** How many characters were written. */
  int length() {
    return written.length();
  }

  /** What was written, as a JSON string. */
  String json() {
    return json(written);
  }

  /** A text as a JSON string. */
  static String json(CharSequence text) {
    StringBuilder json = new StringBuilder(text.length() + 16);
    JsonText.quote(text.toString(), json);
    return json.toString();
  }

  private void closeStart() {
    if (startIsOpen) {
      written.append('>');
      startIsOpen = false;
    }
  }

  private void name(@Nullable String prefix, String local) {
    if (prefix != null && !prefix.isEmpty()) {
      written.append(prefix).append(':');
    }
    written.append(local);
  }

  private void value(String value) {
    written.append("=\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> written.append("&quot;");
        // A parser would make spaces of them.
        case '\n' -> written.append("&#10;");
        case '\t' -> written.append("&#9;");
        default -> escaped(c);
      }
    }
    written.append('"');
  }

  private void escaped(char c) {
    switch (c) {
      case '&' -> written.append("&amp;");
      case '<' -> written.append("&lt;");
      case '>' -> written.append("&gt;");
      case '\r' -> written.append("&#13;");
      default -> written.append(c);
    }
  }
}
