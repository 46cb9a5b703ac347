package org.w3id.scokg.operation;

/**
 * A JSON object on one line. Whatever a text holds, it stays on its line and within its quotation
 * marks: what is not printable is escaped, also what would turn the direction of the writing.
 */
final class LogLine {

  private final StringBuilder members = new StringBuilder();

  /** Adds a text. */
  LogLine put(String name, String text) {
    name(name);
    quote(text);
    return this;
  }

  /** Adds a text of which only the first characters are shown. */
  LogLine put(String name, String text, int characters) {
    return put(
        name,
        text.codePointCount(0, text.length()) <= characters
            ? text
            : text.substring(0, text.offsetByCodePoints(0, characters)) + "…");
  }

  /** Adds a number. */
  LogLine put(String name, long number) {
    name(name);
    members.append(number);
    return this;
  }

  /** Adds a truth. */
  LogLine put(String name, boolean truth) {
    name(name);
    members.append(truth);
    return this;
  }

  private void name(String name) {
    if (members.length() > 0) {
      members.append(',');
    }
    quote(name);
    members.append(':');
  }

  private void quote(String text) {
    members.append('"');
    text.codePoints().forEach(this::append);
    members.append('"');
  }

  private void append(int c) {
    if (c == '"' || c == '\\') {
      members.append('\\').append((char) c);
    } else if (isPrintable(c)) {
      members.appendCodePoint(c);
    } else {
      for (char unit : Character.toChars(c)) {
        members.append("\\u%04x".formatted((int) unit));
      }
    }
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** The object, without the end of its line. */
  @Override
  public String toString() {
    return "{" + members + "}";
  }
}
