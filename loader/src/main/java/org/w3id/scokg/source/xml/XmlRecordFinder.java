package org.w3id.scokg.source.xml;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;

/** Reads a document and tells which elements a plain iterator finds. */
final class XmlRecordFinder {

  private final XmlEvents events;

  /** What the iterator makes of the document and of each open element. */
  private final List<XmlPathState> states = new ArrayList<>();

  private boolean startsRecord;
  private int line;
  private int nextLine;

  XmlRecordFinder(XmlProlog prolog, XmlPathTree iterator) {
    this.events = new XmlEvents(prolog.file(), prolog.characters());
    this.states.add(iterator.start());
    this.nextLine = prolog.line();
  }

  /** Moves to the next event and tells its kind. */
  int next() {
    line = nextLine;
    int event = events.next();
    startsRecord = false;
    XmlPathState state = states.get(states.size() - 1);
    if (event == XMLStreamConstants.START_ELEMENT) {
      state = state.child(events.namespace(), events.reader().getLocalName());
      states.add(state);
      startsRecord = state.elements().length > 0;
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      states.remove(states.size() - 1);
      state = states.get(states.size() - 1);
    }
    if (states.size() > 1 && state.goesOn()) {
      // Else no record can start, and to ask for the line takes time. Before the first element,
      // white
      // space is no event: its line is known from the prolog.
      nextLine = events.line();
    }
    return event;
  }

  /** Whether the present event starts a record. */
  boolean startsRecord() {
    return startsRecord;
  }

  /** The line on which a record starts, while the present event starts one. */
  int line() {
    return line;
  }

  XmlEvents events() {
    return events;
  }
}
