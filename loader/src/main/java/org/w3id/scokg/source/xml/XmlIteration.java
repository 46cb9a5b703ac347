package org.w3id.scokg.source.xml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.source.Iteration;
import org.w3id.scokg.source.ValueKind;

/** What the references have in one element, or in whatever node an XPath finds. */
final class XmlIteration implements Iteration {

  /** A reference's place holds nothing, its one value, or the list of its values. */
  private final @Nullable Object[] values;

  private final long line;
  private final long number;
  private final @Nullable String json;

  /**
   * Holds the values of a record.
   *
   * @param values for each reference null, a string, or a list of strings; not changed any more
   * @param json the record as JSON, or null where that is not kept
   */
  XmlIteration(@Nullable Object[] values, long line, long number, @Nullable String json) {
    this.values = values;
    this.line = line;
    this.number = number;
    this.json = json;
  }

  @Override
  public int count(int reference) {
    Object value = values[reference];
    if (value == null) {
      return 0;
    }
    return value instanceof List<?> several ? several.size() : 1;
  }

  @Override
  public String value(int reference, int index) {
    Object value = values[reference];
    if (value instanceof List<?> several) {
      return String.valueOf(several.get(index));
    }
    if (value == null || index != 0) {
      throw new IndexOutOfBoundsException(index);
    }
    return (String) value;
  }

  @Override
  public ValueKind kind(int reference, int index) {
    return ValueKind.STRING;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public String json() {
    if (json == null) {
      throw new IllegalStateException("records must be kept whole to be asked for");
    }
    return json;
  }
}
