package org.w3id.scokg.source.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.facts.Table;

/** Collects the values of one record. */
final class XmlValues {

  /** How much of a value that is too long is shown. */
  private static final int SHOWN = 200;

  private final @Nullable Object[] values;
  private int refused = -1;
  private String start = "";

  XmlValues(int references) {
    values = new @Nullable Object[references];
  }

  /** Adds a value after those that the reference has. */
  void add(int reference, String value) {
    if (value.length() > Table.CELL_LIMIT) {
      refuse(reference, value);
      return;
    }
    Object before = values[reference];
    if (before == null) {
      values[reference] = value;
    } else if (before instanceof Several several) {
      several.add(value);
    } else {
      values[reference] = new Several((String) before, value);
    }
  }

  /** Notes that a value is longer than it may be. */
  void refuse(int reference, CharSequence value) {
    refused = reference;
    start = value.subSequence(0, Math.min(SHOWN, value.length())).toString();
  }

  /** A reference that has a longer value than it may, or -1. */
  int refused() {
    return refused;
  }

  /** How that value starts. */
  String start() {
    return start;
  }

  /** The values, for an {@link XmlIteration}. */
  @Nullable Object[] values() {
    return values;
  }

  /** Tells a list of values from one value. */
  private static final class Several extends ArrayList<String> {

    private static final long serialVersionUID = 1;

    Several(String first, String second) {
      super(List.of(first, second));
    }
  }
}
