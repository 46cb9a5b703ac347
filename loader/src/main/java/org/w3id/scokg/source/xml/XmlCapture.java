package org.w3id.scokg.source.xml;

import java.util.Arrays;
import javax.xml.stream.XMLStreamReader;
import org.w3id.scokg.facts.Table;

/**
 * Takes the values of a record while its events stream by. The text of all elements that are being
 * taken is gathered in one place, of which each is a part.
 */
final class XmlCapture {

  private static final int NO_TEXT = -1;

  private final XmlEvents events;
  private XmlPathState[] states = new XmlPathState[8];
  private int[] starts = new int[8];
  private int depth = -1;
  private int open;
  private char[] text = new char[128];
  private int length;
  private int textStart = NO_TEXT;
  private final XmlValues values;

  /** Starts with the record's element, which is the present event. */
  XmlCapture(XmlEvents events, XmlPathState state, XmlValues values) {
    this.events = events;
    this.values = values;
    enter(state);
  }

  /** The values taken. */
  XmlValues values() {
    return values;
  }

  /** Goes on with an element in the record. */
  void start() {
    endText();
    enter(states[depth].child(events.namespace(), events.reader().getLocalName()));
  }

  private void enter(XmlPathState state) {
    if (++depth == states.length) {
      states = Arrays.copyOf(states, 2 * depth);
      starts = Arrays.copyOf(starts, 2 * depth);
    }
    states[depth] = state;
    if (state.elements().length > 0) {
      starts[depth] = length;
      open++;
    }
    if (state.wantsAttributes()) {
      attributes(state);
    }
  }

  private void attributes(XmlPathState state) {
    XMLStreamReader reader = events.reader();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      int[] paths = state.attribute(events.attributeNamespace(i), reader.getAttributeLocalName(i));
      for (int path : paths) {
        values.add(path, reader.getAttributeValue(i));
      }
    }
  }

  /** Goes on with text, or a part of it. */
  void text() {
    boolean taken = states[depth].texts().length > 0;
    if (open == 0 && !taken) {
      return;
    }
    if (taken && textStart == NO_TEXT) {
      textStart = length;
    }
    XMLStreamReader reader = events.reader();
    int more = reader.getTextLength();
    if (length + more > Table.CELL_LIMIT) {
      refuse();
      return;
    }
    if (length + more > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, length + more));
    }
    System.arraycopy(reader.getTextCharacters(), reader.getTextStart(), text, length, more);
    length += more;
  }

  /** The outermost element that is being taken has all of the text, which is too long. */
  private void refuse() {
    int outermost = 0;
    while (outermost < depth && states[outermost].elements().length == 0) {
      outermost++;
    }
    XmlPathState state = states[outermost];
    int[] paths = state.elements().length > 0 ? state.elements() : state.texts();
    values.refuse(paths[0], new String(text, 0, length));
  }

  /** Ends a piece of text, as any markup does but a CDATA section. */
  void endText() {
    if (textStart != NO_TEXT) {
      add(states[depth].texts(), textStart);
      textStart = NO_TEXT;
      forget();
    }
  }

  /** Ends the innermost element, and tells whether it was the record. */
  boolean end() {
    endText();
    int[] paths = states[depth].elements();
    if (paths.length > 0) {
      add(paths, starts[depth]);
      open--;
      forget();
    }
    return --depth < 0;
  }

  private void add(int[] paths, int start) {
    String value = new String(text, start, length - start);
    for (int path : paths) {
      values.add(path, value);
    }
  }

  private void forget() {
    if (open == 0) {
      length = 0;
    }
  }
}
