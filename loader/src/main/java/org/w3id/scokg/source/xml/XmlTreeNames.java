package org.w3id.scokg.source.xml;

import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Learns the names in records that are elements of a tree. */
final class XmlTreeNames {

  /** In how many records names are looked for. */
  private static final int RECORDS = 100;

  private final XmlPathState start;
  private int records;

  XmlTreeNames(PlainXPaths references) {
    this.start = references.start();
  }

  /** Looks at the names in a record, unless enough were seen. */
  void add(Node record) {
    if (record instanceof Element element && records++ < RECORDS) {
      add(start, element);
    }
  }

  private static void add(XmlPathState state, Element element) {
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      if (!attribute.getNodeName().startsWith("xmlns")) {
        state.attribute(namespace(attribute), attribute.getLocalName());
      }
    }
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        XmlPathState below = state.child(namespace(child), child.getLocalName());
        if (!below.isDead()) {
          add(below, child);
        }
      }
    }
  }

  private static String namespace(Node node) {
    return XmlEvents.orEmpty(node.getNamespaceURI());
  }
}
