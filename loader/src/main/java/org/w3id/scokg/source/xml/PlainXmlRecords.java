package org.w3id.scokg.source.xml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.source.Iterations.Detail;

/** Reads records whose iterator and references are all plain paths; the document is never held. */
final class PlainXmlRecords {

  private final XmlRecordFinder finder;
  private final PlainXPaths references;
  private final XmlPathState start;
  private final XmlAncestors ancestors;
  private final Detail detail;
  private final XmlDelivery delivery;

  /** The records that are open, the outermost first: with {@code //}, one may hold another. */
  private final List<OpenXmlRecord> open = new ArrayList<>();

  /** Those that ended before the outermost, which comes first. */
  private final List<OpenXmlRecord> held = new ArrayList<>();

  PlainXmlRecords(
      XmlRecordFinder finder, PlainXPaths references, Detail detail, XmlDelivery delivery) {
    this.finder = finder;
    this.references = references;
    this.start = references.start();
    this.ancestors = new XmlAncestors(finder.events());
    this.detail = detail;
    this.delivery = delivery;
  }

  /** Reads to the end of the document. */
  void read() {
    boolean keepsAncestors = detail == Detail.WHOLE || references.lookUp();
    for (int event = finder.next();
        event != XMLStreamConstants.END_DOCUMENT;
        event = finder.next()) {
      if (!open.isEmpty()) {
        add(event);
      }
      if (finder.startsRecord()) {
        open.add(record());
      }
      if (keepsAncestors) {
        keep(event);
      }
    }
  }

  private void keep(int event) {
    if (event == XMLStreamConstants.START_ELEMENT) {
      ancestors.push();
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      ancestors.pop();
    }
  }

  private OpenXmlRecord record() {
    XmlEvents events = finder.events();
    XmlValues values = delivery.values();
    references.takeUpward(ancestors, values);
    XmlEventMarkup markup =
        detail == Detail.WHOLE ? new XmlEventMarkup(events.reader(), ancestors.namespaces()) : null;
    return new OpenXmlRecord(
        new XmlCapture(events, start, values), markup, finder.line(), delivery.nextNumber());
  }

  private void add(int event) {
    // Only the innermost can end.
    int last = open.size() - 1;
    for (int i = 0; i < last; i++) {
      add(open.get(i), event);
    }
    if (add(open.get(last), event)) {
      held.add(open.remove(last));
      if (last == 0) {
        held.sort(Comparator.comparingLong(OpenXmlRecord::number));
        held.forEach(record -> record.deliver(delivery));
        held.clear();
      }
    }
  }

  private boolean add(OpenXmlRecord record, int event) {
    boolean ended = record.add(event);
    if (record.isTooLong()) {
      throw new InputException(
          XmlProblem.longRecord(Location.of(delivery.name(), record.line()), OpenXmlRecord.LIMIT));
    }
    return ended;
  }
}
