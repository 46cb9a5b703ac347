package org.w3id.scokg.source.xml;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Writes the markup of a record that is an element of a tree; elements are not nested deep. */
final class XmlTreeMarkup {

  private final XmlMarkup markup = new XmlMarkup();

  private XmlTreeMarkup() {}

  /** The markup of an element, or the value of another node, as a JSON string. */
  static String json(Node node) {
    if (!(node instanceof Element element)) {
      return XmlMarkup.json(XmlTreeValue.of(node));
    }
    XmlTreeMarkup tree = new XmlTreeMarkup();
    tree.element(element, inherited(element));
    return tree.markup.json();
  }

  /** The namespaces that are declared around an element. */
  private static Map<String, String> inherited(Element element) {
    return element.getParentNode() instanceof Element around
        ? declared(around, inherited(around))
        : new LinkedHashMap<>();
  }

  private static Map<String, String> declared(Element element, Map<String, String> namespaces) {
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
        namespaces.put(
            attribute.getPrefix() == null ? "" : attribute.getLocalName(),
            attribute.getNodeValue());
      }
    }
    return namespaces;
  }

  private void element(Element element, Map<String, String> around) {
    markup.start(element.getPrefix(), local(element));
    declared(element, around).forEach(markup::namespace);
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
        markup.attribute(attribute.getPrefix(), local(attribute), attribute.getValue());
      }
    }
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      child(n);
    }
    markup.end(element.getPrefix(), local(element));
  }

  private void child(Node node) {
    String value = XmlEvents.orEmpty(node.getNodeValue());
    switch (node.getNodeType()) {
      case Node.ELEMENT_NODE -> element((Element) node, new LinkedHashMap<>());
      case Node.COMMENT_NODE -> markup.comment(value);
      case Node.PROCESSING_INSTRUCTION_NODE -> markup.instruction(node.getNodeName(), value);
      default -> markup.text(value);
    }
  }

  private static String local(Node node) {
    @Nullable String local = node.getLocalName();
    return local == null ? node.getNodeName() : local;
  }
}
