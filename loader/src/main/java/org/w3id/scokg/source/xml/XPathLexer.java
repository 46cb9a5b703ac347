package org.w3id.scokg.source.xml;

import java.util.ArrayList;
import java.util.List;
import org.w3id.scokg.source.BadReference;
import org.w3id.scokg.source.xml.XPathToken.Kind;

/** Cuts an XPath into its tokens (XPath 1.0 §3.7). */
final class XPathLexer {

  private static final List<String> LONG_MARKS = List.of("//", "..", "::");
  private static final List<String> LONG_OPERATORS = List.of("!=", "<=", ">=");
  private static final String MARKS = "/.@()[],";
  private static final String OPERATORS = "|+-=<>";
  private static final String WHITE_SPACE = " \t\r\n";

  private final String path;
  private final List<XPathToken> tokens = new ArrayList<>();
  private int position;

  private XPathLexer(String path) {
    this.path = path;
  }

  /**
   * The tokens of a path.
   *
   * @throws BadReference if a character cannot stand where it does
   */
  static List<XPathToken> tokens(String path) {
    return new XPathLexer(path).all();
  }

  private List<XPathToken> all() {
    while (position < path.length()) {
      if (WHITE_SPACE.indexOf(path.charAt(position)) >= 0) {
        position++;
      } else {
        tokens.add(token());
      }
    }
    return List.copyOf(tokens);
  }

  private XPathToken token() {
    char c = path.charAt(position);
    if (c == '\'' || c == '"') {
      return literal(c);
    }
    if (isDigit(position) || (c == '.' && isDigit(position + 1))) {
      return number();
    }
    if (c == '$') {
      position++;
      return new XPathToken(Kind.VARIABLE, name());
    }
    if (c == '*') {
      position++;
      return new XPathToken(operandIsWanted() ? Kind.NAME : Kind.OPERATOR, "*");
    }
    if (isNameStart(position)) {
      boolean operator = !operandIsWanted();
      return new XPathToken(operator ? Kind.OPERATOR : Kind.NAME, operator ? ncName() : name());
    }
    return mark(c);
  }

  private XPathToken mark(char c) {
    for (String mark : LONG_MARKS) {
      if (path.startsWith(mark, position)) {
        position += 2;
        return new XPathToken(Kind.MARK, mark);
      }
    }
    for (String operator : LONG_OPERATORS) {
      if (path.startsWith(operator, position)) {
        position += 2;
        return new XPathToken(Kind.OPERATOR, operator);
      }
    }
    if (MARKS.indexOf(c) < 0 && OPERATORS.indexOf(c) < 0) {
      throw XmlProblem.notXPath(path, "'" + Character.toString(path.codePointAt(position)) + "'");
    }
    position++;
    return new XPathToken(MARKS.indexOf(c) >= 0 ? Kind.MARK : Kind.OPERATOR, String.valueOf(c));
  }

  private XPathToken literal(char quote) {
    int end = path.indexOf(quote, position + 1);
    if (end < 0) {
      throw XmlProblem.notXPath(path, "a quote is not closed");
    }
    XPathToken literal = new XPathToken(Kind.LITERAL, path.substring(position + 1, end));
    position = end + 1;
    return literal;
  }

  private XPathToken number() {
    int start = position;
    while (isDigit(position) || (position < path.length() && path.charAt(position) == '.')) {
      position++;
    }
    return new XPathToken(Kind.NUMBER, path.substring(start, position));
  }

  /** A name, with its prefix if it has one; the {@code ::} after an axis is no part of it. */
  private String name() {
    String first = ncName();
    if (position + 1 >= path.length() || path.charAt(position) != ':') {
      return first;
    }
    if (path.charAt(position + 1) == '*') {
      position += 2;
      return first + ":*";
    }
    if (!isNameStart(position + 1)) {
      return first;
    }
    position++;
    return first + ":" + ncName();
  }

  private String ncName() {
    int start = position;
    while (position < path.length() && isNamePart(path.charAt(position))) {
      position++;
    }
    return path.substring(start, position);
  }

  private boolean operandIsWanted() {
    return tokens.isEmpty() || tokens.get(tokens.size() - 1).wantsOperand();
  }

  private boolean isDigit(int index) {
    return index < path.length() && path.charAt(index) >= '0' && path.charAt(index) <= '9';
  }

  private boolean isNameStart(int index) {
    char c = path.charAt(index);
    return c == '_' || Character.isLetter(c) || Character.isSurrogate(c);
  }

  private static boolean isNamePart(char c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || "_-.\u00B7".indexOf(c) >= 0
        || Character.isSurrogate(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
