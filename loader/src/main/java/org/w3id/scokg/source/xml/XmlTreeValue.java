package org.w3id.scokg.source.xml;

import java.math.BigDecimal;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What XPath finds in a tree, as text. */
final class XmlTreeValue {

  private XmlTreeValue() {}

  /** The string value of a node (XPath 1.0 §5). */
  static String of(Node node) {
    if (node instanceof Document document) {
      Element all = document.getDocumentElement();
      return all == null ? "" : of(all);
    }
    return XmlEvents.orEmpty(node instanceof Element ? node.getTextContent() : node.getNodeValue());
  }

  /** A number as XPath writes it (XPath 1.0 §4.2), which is never with an exponent. */
  static String of(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    return number == 0
        ? "0"
        : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
