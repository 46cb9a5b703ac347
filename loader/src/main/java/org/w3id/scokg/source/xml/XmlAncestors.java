package org.w3id.scokg.source.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** The elements that are open around a record: their attributes, and the namespaces in scope. */
final class XmlAncestors {

  private record Attribute(String namespace, String local, String value) {}

  private record Element(List<Attribute> attributes, Map<String, String> namespaces) {}

  private final XmlEvents events;
  private final List<Element> elements = new ArrayList<>();

  XmlAncestors(XmlEvents events) {
    this.events = events;
  }

  /** Adds the element that starts now. */
  void push() {
    XMLStreamReader reader = events.reader();
    List<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.add(
          new Attribute(
              events.attributeNamespace(i),
              reader.getAttributeLocalName(i),
              reader.getAttributeValue(i)));
    }
    Map<String, String> namespaces = new LinkedHashMap<>();
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      namespaces.put(
          XmlEvents.orEmpty(reader.getNamespacePrefix(i)),
          XmlEvents.orEmpty(reader.getNamespaceURI(i)));
    }
    elements.add(new Element(attributes, namespaces));
  }

  /** Removes the innermost element. */
  void pop() {
    elements.remove(elements.size() - 1);
  }

  /** Takes the attributes that a path finds {@code up} elements above the one to come. */
  void take(int up, XmlNameTest name, int reference, XmlValues values) {
    int index = elements.size() - up;
    if (index < 0) {
      return;
    }
    for (Attribute attribute : elements.get(index).attributes) {
      if (name.matches(attribute.namespace, attribute.local)) {
        values.add(reference, attribute.value);
      }
    }
  }

  /** The namespaces of the prefixes in scope. */
  Map<String, String> namespaces() {
    Map<String, String> inScope = new LinkedHashMap<>();
    elements.forEach(element -> inScope.putAll(element.namespaces));
    return inScope;
  }
}
