package org.w3id.scokg.source.xml;

import javax.xml.stream.XMLStreamConstants;
import org.w3c.dom.Node;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.source.Iterations.Detail;

/**
 * Reads records whose references are for XPath to find. Where these stay within their record, a
 * tree holds no more than some records and the elements around them; else, the whole document.
 */
final class XmlTreeRecords {

  /** How much is gathered before it is evaluated together, which has its price each time. */
  private static final int RECORDS = 256;

  private static final int NODES = 20_000;
  private static final int CHARACTERS = 1 << 20;

  private final XmlRecordFinder finder;
  private final XmlTree tree;
  private final XmlTreeValues values;
  private final XmlTreeNames names;
  private final Detail detail;
  private final XmlDelivery delivery;
  private int depth;

  /** How deep the outermost record is that is open; 0 where none is. */
  private int recordDepth;

  private int recordLine;
  private int records;

  XmlTreeRecords(
      XmlRecordFinder finder,
      XmlTreeValues values,
      XmlTreeNames names,
      Detail detail,
      XmlDelivery delivery) {
    this.finder = finder;
    this.tree = new XmlTree(finder.events());
    this.values = values;
    this.names = names;
    this.detail = detail;
    this.delivery = delivery;
  }

  /** Reads a document of which the whole is held, if it takes no more bytes than this. */
  void readWhole(long limit) {
    for (int event = finder.next();
        event != XMLStreamConstants.END_DOCUMENT;
        event = finder.next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> tree.start(finder.line());
        case XMLStreamConstants.END_ELEMENT -> tree.end();
        default -> tree.add(event);
      }
      if (tree.bytes() > limit) {
        throw new InputException(XmlProblem.longDocument(Location.of(delivery.name()), limit));
      }
    }
    deliver();
  }

  /** Reads a document of which no more is held than some records and the elements around them. */
  void readInParts() {
    for (int event = finder.next();
        event != XMLStreamConstants.END_DOCUMENT;
        event = finder.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        start();
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        end();
      } else if (recordDepth > 0) {
        tree.add(event);
      }
    }
    deliver();
  }

  private void start() {
    depth++;
    tree.start(finder.line());
    if (finder.startsRecord()) {
      records++;
      if (recordDepth == 0) {
        recordDepth = depth;
        recordLine = finder.line();
      }
    }
  }

  private void end() {
    if (recordDepth == 0) {
      tree.endUnlessEmpty();
    } else {
      checkSize();
      tree.end();
    }
    if (recordDepth == depth) {
      recordDepth = 0;
      deliverIfMany();
    }
    depth--;
  }

  private void checkSize() {
    if (tree.characters() > OpenXmlRecord.LIMIT || tree.nodes() > OpenXmlRecord.LIMIT / 8) {
      throw new InputException(
          XmlProblem.longRecord(Location.of(delivery.name(), recordLine), OpenXmlRecord.LIMIT));
    }
  }

  private void deliverIfMany() {
    if (records >= RECORDS || tree.nodes() > NODES || tree.characters() > CHARACTERS) {
      deliver();
      tree.prune();
      records = 0;
    }
  }

  private void deliver() {
    for (Node record : values.records(tree)) {
      names.add(record);
      delivery.deliver(
          values.of(record),
          tree.line(record),
          delivery.nextNumber(),
          detail == Detail.WHOLE ? XmlTreeMarkup.json(record) : null);
    }
  }
}
