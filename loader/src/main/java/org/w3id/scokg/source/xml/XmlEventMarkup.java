package org.w3id.scokg.source.xml;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** Writes the markup of a record from the events of its document. */
final class XmlEventMarkup {

  private final XMLStreamReader reader;
  private final XmlMarkup markup = new XmlMarkup();

  /** Starts with the record's element, which gets the namespaces declared around it too. */
  XmlEventMarkup(XMLStreamReader reader, Map<String, String> namespaces) {
    this.reader = reader;
    start(new LinkedHashMap<>(namespaces));
  }

  /** Goes on with the present event. */
  void add(int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(new LinkedHashMap<>());
      case XMLStreamConstants.END_ELEMENT -> markup.end(reader.getPrefix(), reader.getLocalName());
      case XMLStreamConstants.COMMENT -> markup.comment(reader.getText());
      case XMLStreamConstants.PROCESSING_INSTRUCTION ->
          markup.instruction(reader.getPITarget(), reader.getPIData());
      default -> markup.text(reader.getText());
    }
  }

  private void start(Map<String, String> namespaces) {
    markup.start(reader.getPrefix(), reader.getLocalName());
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      namespaces.put(
          XmlEvents.orEmpty(reader.getNamespacePrefix(i)),
          XmlEvents.orEmpty(reader.getNamespaceURI(i)));
    }
    namespaces.forEach(markup::namespace);
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      markup.attribute(
          reader.getAttributePrefix(i),
          reader.getAttributeLocalName(i),
          reader.getAttributeValue(i));
    }
  }

  int length() {
    return markup.length();
  }

  String json() {
    return markup.json();
  }
}
