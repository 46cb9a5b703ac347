package org.w3id.scokg.source.xml;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathEvaluationResult.XPathResultType;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFunction;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.source.BadReference;

/**
 * Compiles XPaths by the JDK's processor. To evaluate one takes that processor some 50 µs however
 * little it finds, and longer the further down the document it starts: so a reference is compiled
 * into the path of the records, and evaluated on all of them at once.
 */
final class XPathCompiler {

  /** No mapping would declare this prefix, and none that it declares is in its way. */
  private static final String PREFIX = "scokg-internal";

  private static final String NAMESPACE = "urn:scokg-internal";

  private final XPath xpath;

  /** Compiles paths with these prefixes, to be looked at and not to be evaluated together. */
  XPathCompiler(Map<String, String> namespaces) {
    this(namespaces, arguments -> false);
  }

  /**
   * Compiles paths with these prefixes.
   *
   * @param take is called for each record with the record and what the reference finds there, and
   *     gives false
   */
  XPathCompiler(Map<String, String> namespaces, XPathFunction take) {
    XPathFactory factory = XPathFactory.newDefaultInstance();
    factory.setXPathFunctionResolver(
        (name, arity) -> NAMESPACE.equals(name.getNamespaceURI()) ? take : null);
    xpath = factory.newXPath();
    xpath.setNamespaceContext(new Prefixes(namespaces));
  }

  /**
   * Checks an iterator that is no plain path.
   *
   * @throws BadReference if it is not an XPath, or one that finds values and no nodes
   */
  void checkIterator(String path) {
    if (check(path) != XPathResultType.NODESET) {
      throw XmlProblem.noNodes(path);
    }
  }

  /**
   * Checks a reference that is no plain path.
   *
   * @throws BadReference if it is not an XPath
   */
  void checkReference(String iterator, String path) {
    check(path);
    together(iterator, path);
  }

  /** Compiles the path of records. */
  XPathExpression iterator(String path) {
    return compile(path, path);
  }

  /** Compiles a reference so that it is taken from each record. */
  XPathExpression together(String iterator, String reference) {
    return compile(
        "(" + iterator + ")/self::node()[" + PREFIX + ":take(., " + reference + ")]", reference);
  }

  private XPathExpression compile(String path, String shown) {
    try {
      return xpath.compile(path);
    } catch (XPathExpressionException | RuntimeException e) {
      throw XmlProblem.notXPath(shown, reason(e));
    }
  }

  /** Evaluates a path on nothing: what is not known to the processor is told only then. */
  private XPathResultType check(String path) {
    try {
      return compile(path, path).evaluateExpression(XmlTree.emptyDocument()).type();
    } catch (XPathExpressionException | RuntimeException e) {
      if (e instanceof BadReference bad) {
        throw bad;
      }
      throw XmlProblem.notXPath(path, reason(e));
    }
  }

  /** What the processor says, without the names of its exceptions. */
  static String reason(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = String.valueOf(cause.getMessage());
    boolean stumbled = cause instanceof NullPointerException || message.contains("Exception: ");
    return stumbled
        ? "it has what the processor does not know"
        : message.lines().findFirst().orElse("the processor does not say why");
  }

  /** The prefixes of the mapping, and the one of this class. */
  private record Prefixes(Map<String, String> namespaces) implements NamespaceContext {

    @Override
    public @Nullable String getNamespaceURI(String prefix) {
      return switch (prefix) {
        case PREFIX -> NAMESPACE;
        case XMLConstants.XML_NS_PREFIX -> XMLConstants.XML_NS_URI;
        default -> namespaces.get(prefix);
      };
    }

    @Override
    public @Nullable String getPrefix(String namespace) {
      return null;
    }

    @Override
    public Iterator<String> getPrefixes(String namespace) {
      return Collections.emptyIterator();
    }
  }
}
