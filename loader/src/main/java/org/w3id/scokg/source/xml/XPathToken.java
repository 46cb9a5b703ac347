package org.w3id.scokg.source.xml;

/**
 * A token of an XPath (XPath 1.0 §3.7).
 *
 * @param kind what it is
 * @param text its text; of a literal, its value without the quotes
 */
record XPathToken(Kind kind, String text) {

  /** What a token is. */
  enum Kind {
    /** The name of an element, an attribute, an axis or a function, or {@code *} in its place. */
    NAME,
    /** What joins two expressions, steps not among them. */
    OPERATOR,
    LITERAL,
    NUMBER,
    VARIABLE,
    /** {@code / // . .. @ :: ( ) [ ]} and the comma. */
    MARK
  }

  boolean isName() {
    return kind == Kind.NAME;
  }

  boolean is(String mark) {
    return kind == Kind.MARK && text.equals(mark);
  }

  boolean isSlash() {
    return is("/") || is("//");
  }

  /**
   * Whether an operand follows, so that a name is no operator and {@code *} is no multiplication.
   */
  boolean wantsOperand() {
    return kind == Kind.OPERATOR
        || isSlash()
        || is("@")
        || is("::")
        || is("(")
        || is("[")
        || is(",");
  }
}
