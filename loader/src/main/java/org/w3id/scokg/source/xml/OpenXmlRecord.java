package org.w3id.scokg.source.xml;

import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** A record that is being read: its values, and its markup if that is kept. */
final class OpenXmlRecord {

  /** The most characters that the markup of a record may have. */
  static final int LIMIT = 1 << 24;

  private final XmlCapture capture;
  private final @Nullable XmlEventMarkup markup;
  private final int line;
  private final long number;

  /** Starts with the present element. */
  OpenXmlRecord(XmlCapture capture, @Nullable XmlEventMarkup markup, int line, long number) {
    this.capture = capture;
    this.markup = markup;
    this.line = line;
    this.number = number;
  }

  /** Goes on with the present event, and tells whether it ended the record. */
  boolean add(int event) {
    if (markup != null) {
      markup.add(event);
    }
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> capture.start();
      case XMLStreamConstants.END_ELEMENT -> {
        return capture.end();
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          capture.text();
      default -> capture.endText();
    }
    return false;
  }

  /** Whether it is longer than is held in memory. */
  boolean isTooLong() {
    return markup != null && markup.length() > LIMIT;
  }

  void deliver(XmlDelivery delivery) {
    delivery.deliver(capture.values(), line, number, markup == null ? null : markup.json());
  }

  int line() {
    return line;
  }

  long number() {
    return number;
  }
}
