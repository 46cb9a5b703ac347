package org.w3id.scokg.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.source.BadReference;
import org.w3id.scokg.source.xml.PlainXPath.Step;
import org.w3id.scokg.source.xml.PlainXPath.Target;
import org.w3id.scokg.source.xml.XPathToken.Kind;

/**
 * An XPath 1.0 as a mapping has it, so far known as its tokens.
 *
 * @param text the path
 * @param tokens its tokens
 * @param namespaces the namespaces of its prefixes
 */
record XmlPath(String text, List<XPathToken> tokens, Map<String, String> namespaces) {

  /** The axes that leave the record, up to elements of which a path may take attributes. */
  private static final Set<String> UPWARD = Set.of("parent", "ancestor", "ancestor-or-self");

  private static final Set<String> INWARD =
      Set.of("child", "attribute", "self", "descendant", "descendant-or-self");

  /** A path nested deeper would overflow the stack of the JDK's XPath parser. */
  private static final int NESTING_LIMIT = 100;

  /**
   * Reads a path, whose grammar is not checked yet.
   *
   * @throws BadReference if it cannot be an XPath, or uses what no mapping declares
   */
  static XmlPath of(String text, Map<String, String> namespaces) {
    XmlPath path = new XmlPath(text, XPathLexer.tokens(text), namespaces);
    if (path.tokens.isEmpty()) {
      throw XmlProblem.notXPath(text, "it is empty");
    }
    path.checkNames();
    path.checkNesting();
    return path;
  }

  private void checkNames() {
    for (XPathToken token : tokens) {
      if (token.kind() == Kind.VARIABLE) {
        throw XmlProblem.variable(text, token.text());
      }
      int colon = token.isName() ? token.text().indexOf(':') : -1;
      String prefix = token.text().substring(0, Math.max(0, colon));
      if (colon >= 0 && !prefix.equals("xml") && !namespaces.containsKey(prefix)) {
        throw XmlProblem.undeclaredPrefix(text, prefix, namespaces.keySet());
      }
    }
  }

  private void checkNesting() {
    int depth = 0;
    for (XPathToken token : tokens) {
      if (token.is("(") || token.is("[")) {
        depth++;
      } else if (token.is(")") || token.is("]")) {
        depth--;
      }
      if (depth > NESTING_LIMIT) {
        throw XmlProblem.notXPath(text, "brackets are nested more than " + NESTING_LIMIT + " deep");
      }
    }
  }

  /** The path of records as one that can be streamed, if it is; it starts at the document. */
  Optional<PlainXPath> plainIterator() {
    boolean absolute = tokens.get(0).isSlash();
    return steps(absolute ? 0 : -1, tokens.size())
        .filter(steps -> !steps.isEmpty())
        .map(steps -> new PlainXPath(0, steps, Target.ELEMENT, null));
  }

  /** The path of a reference as one that can be streamed, if it is; it starts at the record. */
  Optional<PlainXPath> plainReference() {
    int size = tokens.size();
    if (size > 2 && tokens.get(0).is(".") && tokens.get(1).is("/")) {
      return new XmlPath(text, tokens.subList(2, size), namespaces).plainReference();
    }
    if (size == 1 && tokens.get(0).is(".")) {
      return Optional.of(new PlainXPath(0, List.of(), Target.ELEMENT, null));
    }
    if (size >= 3 && hasTextAtEnd()) {
      return beforeTarget(size - 3).map(steps -> new PlainXPath(0, steps, Target.TEXT, null));
    }
    if (size >= 2 && tokens.get(size - 1).isName() && tokens.get(size - 2).is("@")) {
      return attribute(XmlNameTest.of(tokens.get(size - 1).text(), namespaces));
    }
    return withoutDepth(steps(-1, size))
        .map(steps -> new PlainXPath(0, steps, Target.ELEMENT, null));
  }

  private boolean hasTextAtEnd() {
    int size = tokens.size();
    XPathToken name = tokens.get(size - 3);
    return name.isName()
        && name.text().equals("text")
        && tokens.get(size - 2).is("(")
        && tokens.get(size - 1).is(")");
  }

  private Optional<PlainXPath> attribute(XmlNameTest name) {
    int at = tokens.size() - 2;
    int up = 0;
    while (2 * up + 1 < at && tokens.get(2 * up).is("..") && tokens.get(2 * up + 1).is("/")) {
      up++;
    }
    if (up > 0) {
      return 2 * up == at
          ? Optional.of(new PlainXPath(up, List.of(), Target.ATTRIBUTE, name))
          : Optional.empty();
    }
    return beforeTarget(at).map(steps -> new PlainXPath(0, steps, Target.ATTRIBUTE, name));
  }

  /** The steps before an attribute or text, the last of which a slash follows. */
  private Optional<List<Step>> beforeTarget(int end) {
    if (end == 0) {
      return Optional.of(List.of());
    }
    return tokens.get(end - 1).is("/")
        ? withoutDepth(steps(-1, end - 1)).filter(steps -> !steps.isEmpty())
        : Optional.empty();
  }

  /**
   * References to any depth are left to XPath: matches may lie in one another, and their text would
   * be taken twice.
   */
  private static Optional<List<Step>> withoutDepth(Optional<List<Step>> steps) {
    return steps.filter(all -> all.stream().noneMatch(Step::anyDepth));
  }

  /** Reads names with slashes between them, the first slash at {@code slash}, or left out. */
  private Optional<List<Step>> steps(int slash, int end) {
    List<Step> steps = new ArrayList<>();
    for (int i = slash; i < end; i += 2) {
      if (i + 1 >= end || !tokens.get(i + 1).isName() || (i >= 0 && !tokens.get(i).isSlash())) {
        return Optional.empty();
      }
      XmlNameTest name = XmlNameTest.of(tokens.get(i + 1).text(), namespaces);
      steps.add(new Step(i >= 0 && tokens.get(i).is("//"), name));
    }
    return Optional.of(steps);
  }

  /**
   * Whether the path sees nothing but the record, and attributes of the elements around it. Where
   * that is not sure, it is not said.
   */
  boolean staysInRecord() {
    for (int i = 0; i < tokens.size(); i++) {
      if (mayLeave(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean mayLeave(int index) {
    XPathToken token = tokens.get(index);
    if (token.isSlash()) {
      return startsOperand(index);
    }
    if (token.is("..")) {
      return !goesOnUp(index + 1);
    }
    if (token.is("::")) {
      return !staysOnAxis(index);
    }
    return token.isName() && token.text().equals("id") && next(index, "(");
  }

  private boolean startsOperand(int index) {
    return index == 0 || (tokens.get(index - 1).wantsOperand() && !tokens.get(index - 1).isSlash());
  }

  private boolean staysOnAxis(int index) {
    String axis = tokens.get(index - 1).text();
    if (INWARD.contains(axis)) {
      return true;
    }
    boolean isNodeTest = next(index + 1, "(") && next(index + 2, ")");
    return UPWARD.contains(axis) && goesOnUp(isNodeTest ? index + 4 : index + 2);
  }

  /** Whether a step to an attribute, or further up, follows at {@code index}. */
  private boolean goesOnUp(int index) {
    XPathToken after = at(index + 1);
    return next(index - 1, "/")
        && after != null
        && (after.is("@")
            || after.is("..")
            || (next(index + 1, "::")
                && (after.text().equals("attribute") || UPWARD.contains(after.text()))));
  }

  private boolean next(int index, String mark) {
    XPathToken after = at(index + 1);
    return after != null && after.is(mark);
  }

  private @Nullable XPathToken at(int index) {
    return index < tokens.size() ? tokens.get(index) : null;
  }
}
