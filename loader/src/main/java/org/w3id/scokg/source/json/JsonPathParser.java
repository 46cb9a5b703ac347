package org.w3id.scokg.source.json;

import java.util.ArrayList;
import java.util.List;
import org.w3id.scokg.source.BadReference;
import org.w3id.scokg.source.json.JsonPath.Every;
import org.w3id.scokg.source.json.JsonPath.Index;
import org.w3id.scokg.source.json.JsonPath.Name;
import org.w3id.scokg.source.json.JsonPath.Plain;
import org.w3id.scokg.source.json.JsonPath.Step;
import org.w3id.scokg.source.json.JsonPath.Wide;

/**
 * Reads the steps of a plain JSONPath, and finds where another kind of step begins. A name after a
 * point may hold whatever has no meaning of its own in a path, such as {@code -}, {@code :} and
 * {@code @}.
 */
final class JsonPathParser {

  /** More steps than documents are deep. */
  private static final int STEP_LIMIT = JsonTokens.DEPTH_LIMIT;

  private static final String NOT_IN_NAMES = ".[]()'\"*?, \t\r\n";
  private static final int INDEX_DIGITS = 9;

  private final String text;
  private final List<Step> steps = new ArrayList<>();
  private int at = 1;
  private boolean wide;

  private JsonPathParser(String text) {
    this.text = text;
  }

  /**
   * Reads a path that begins with {@code $}.
   *
   * @throws BadReference if it is not a JSONPath, as far as can be told from its plain steps and
   *     its brackets
   */
  static JsonPath parse(String text) {
    JsonPathParser parser = new JsonPathParser(text);
    while (parser.at < text.length() && !parser.wide) {
      parser.step();
    }
    if (parser.wide) {
      new JsonPathBrackets(text).check();
      return new Wide(text);
    }
    return new Plain(parser.steps);
  }

  private void step() {
    if (steps.size() == STEP_LIMIT) {
      throw bad(
          "it has more than " + STEP_LIMIT + " steps, and no JSON is read that is so deep",
          "shorten it");
    }
    switch (text.charAt(at)) {
      case '.' -> point();
      case '[' -> bracket();
      default -> throw unexpected();
    }
  }

  private void point() {
    int start = ++at;
    if (isAt('*')) {
      at++;
      steps.add(new Every());
      return;
    }
    while (at < text.length() && NOT_IN_NAMES.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    // Two points descend, and a name with a parenthesis is a function.
    wide = start == at ? isAt('.') : isAt('(');
    if (wide) {
      return;
    }
    if (start == at) {
      throw bad(
          "no name follows the '.' at character " + start,
          "name a key there, or remove the '.'; a name of any characters is written ['name']");
    }
    steps.add(new Name(text.substring(start, at)));
  }

  private void bracket() {
    int open = at++;
    skipBlanks();
    if (at == text.length()) {
      throw unclosed(open);
    }
    char first = text.charAt(at);
    Step step;
    if (first == '\'' || first == '"') {
      step = new Name(quoted());
    } else if (first == '*') {
      at++;
      step = new Every();
    } else if (isDigit(first)) {
      step = index();
    } else if (first == ']') {
      throw bad(
          "nothing stands in the '[' at character " + (open + 1),
          "write [*] for every element, [0] for the first, or ['name'] for a key");
    } else if ("-:?(".indexOf(first) >= 0) {
      wide = true;
      return;
    } else {
      throw unexpected();
    }
    close(open, step);
  }

  private void close(int open, Step step) {
    skipBlanks();
    if (at == text.length()) {
      throw unclosed(open);
    }
    char end = text.charAt(at);
    if (end == ',' || end == ':') {
      wide = true;
    } else if (end == ']') {
      at++;
      steps.add(step);
    } else {
      throw unexpected();
    }
  }

  private Step index() {
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at - start > INDEX_DIGITS) {
      throw bad(
          "the position at character " + (start + 1) + " has more than " + INDEX_DIGITS + " digits",
          "correct it; the first element is [0]");
    }
    return new Index(Integer.parseInt(text, start, at, 10));
  }

  private String quoted() {
    int open = at;
    char quote = text.charAt(at++);
    StringBuilder name = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      name.append(c == '\\' && at < text.length() ? escaped() : c);
    }
    if (at == text.length()) {
      throw bad(
          "the quote at character " + (open + 1) + " is not closed",
          "close it with " + quote + "; within the name, write \\" + quote);
    }
    at++;
    return name.toString();
  }

  /** RFC 9535 has the escapes of JSON and that of the quote; another character stays as it is. */
  private char escaped() {
    char c = text.charAt(at++);
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> c;
    };
  }

  private char unicode() {
    int start = at;
    while (at < text.length()
        && at < start + Character.BYTES * 2
        && Character.digit(text.charAt(at), 16) >= 0) {
      at++;
    }
    if (at != start + Character.BYTES * 2) {
      throw bad(
          "'\\u' at character " + (start - 1) + " is followed by fewer than 4 hexadecimal digits",
          "write the character itself");
    }
    return (char) Integer.parseInt(text, start, at, 16);
  }

  private void skipBlanks() {
    while (isAt(' ') || isAt('\t')) {
      at++;
    }
  }

  private boolean isAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private BadReference unclosed(int open) {
    return bad("the '[' at character " + (open + 1) + " is not closed", "close it with ']'");
  }

  private BadReference unexpected() {
    String rest = text.substring(at, text.offsetByCodePoints(at, 1));
    return bad(
        "'" + rest + "' at character " + (at + 1) + " does not go on from '" + before() + "'",
        rest.isBlank()
            ? "write a name that has blanks as ['a name']"
            : "remove it, or go on with .name, ['name'], [0] or [*]");
  }

  private String before() {
    return text.substring(0, at);
  }

  private BadReference bad(String why, String fix) {
    return new BadReference("'" + text + "' is not a JSONPath", why, fix);
  }
}
