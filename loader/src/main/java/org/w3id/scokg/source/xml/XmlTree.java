package org.w3id.scokg.source.xml;

import java.util.IdentityHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A document, or what matters of it, as it grows event by event. */
final class XmlTree {

  private static final int BYTES_OF_NODE = 150;

  private final XmlEvents events;
  private Document document = emptyDocument();
  private Node innermost = document;
  private final StringBuilder text = new StringBuilder();
  private final IdentityHashMap<Node, Integer> lines = new IdentityHashMap<>();
  private long nodes;
  private long characters;

  XmlTree(XmlEvents events) {
    this.events = events;
  }

  /** A document without anything in it. */
  static Document emptyDocument() {
    try {
      Document empty =
          DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
      // The reader checked the names, by the version of XML that the document declares.
      empty.setStrictErrorChecking(false);
      return empty;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Bug: the JDK must give a DOM", e);
    }
  }

  /** Adds the element that starts, and goes into it. */
  void start(int line) {
    endText();
    XMLStreamReader reader = events.reader();
    Element element =
        document.createElementNS(
            reader.getNamespaceURI(), name(reader.getPrefix(), reader.getLocalName()));
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      String prefix = reader.getNamespacePrefix(i);
      element.setAttributeNS(
          XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
          prefix == null ? "xmlns" : "xmlns:" + prefix,
          XmlEvents.orEmpty(reader.getNamespaceURI(i)));
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      element.setAttributeNS(
          reader.getAttributeNamespace(i),
          name(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
          reader.getAttributeValue(i));
      characters += reader.getAttributeValue(i).length();
    }
    nodes += 1 + reader.getNamespaceCount() + reader.getAttributeCount();
    innermost.appendChild(element);
    innermost = element;
    lines.put(element, line);
  }

  private static String name(@Nullable String prefix, String local) {
    return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
  }

  /** Adds what the present event has, which neither starts nor ends an element. */
  void add(int event) {
    switch (event) {
      case XMLStreamConstants.COMMENT -> {
        endText();
        append(document.createComment(events.reader().getText()));
      }
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
        endText();
        XMLStreamReader reader = events.reader();
        append(document.createProcessingInstruction(reader.getPITarget(), reader.getPIData()));
      }
      default -> text();
    }
  }

  private void text() {
    XMLStreamReader reader = events.reader();
    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    characters += reader.getTextLength();
  }

  /** Leaves the innermost element. */
  void end() {
    endText();
    innermost = parent(innermost);
  }

  /** Leaves the innermost element, and takes it out if nothing is in it. */
  void endUnlessEmpty() {
    Node ended = innermost;
    end();
    if (!ended.hasChildNodes()) {
      innermost.removeChild(ended);
      lines.remove(ended);
    }
  }

  /** Adjacent text is one node (XPath 1.0 §5.7), however many events it came in. */
  private void endText() {
    if (text.length() > 0) {
      append(document.createTextNode(text.toString()));
      text.setLength(0);
    }
  }

  private void append(Node node) {
    innermost.appendChild(node);
    nodes++;
  }

  /** Forgets all but the elements that are open. */
  void prune() {
    Document old = document;
    Node open = innermost;
    document = emptyDocument();
    lines.clear();
    nodes = 0;
    characters = 0;
    innermost = open == old ? document : copy(open, old);
  }

  private Node copy(Node element, Document old) {
    Node copy = document.importNode(element, false);
    Node around = parent(element);
    (around == old ? document : copy(around, old)).appendChild(copy);
    return copy;
  }

  private static Node parent(Node node) {
    Node parent = node.getParentNode();
    if (parent == null) {
      throw new IllegalStateException("Bug: more elements end than start");
    }
    return parent;
  }

  Document document() {
    return document;
  }

  /** The line on which a node's element starts. */
  int line(Node node) {
    Node element = node instanceof Attr attribute ? attribute.getOwnerElement() : node;
    while (element != null && !lines.containsKey(element)) {
      element = element.getParentNode();
    }
    return element == null ? 1 : lines.getOrDefault(element, 1);
  }

  /** How many nodes it has. */
  long nodes() {
    return nodes;
  }

  /** About how many bytes of memory it takes. */
  long bytes() {
    return nodes * BYTES_OF_NODE + 2 * characters;
  }

  /** How many characters its texts and attributes have. */
  long characters() {
    return characters;
  }
}
