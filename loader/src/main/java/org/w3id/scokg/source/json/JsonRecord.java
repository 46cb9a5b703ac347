package org.w3id.scokg.source.json;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.source.Iteration;
import org.w3id.scokg.source.ValueKind;

/**
 * One record of JSON: the values of all references in one array, those of a reference side by side.
 */
final class JsonRecord implements Iteration {

  private final String[] values;
  private final ValueKind[] kinds;
  private final int[] starts;
  private final long line;
  private final long number;
  private final @Nullable String json;

  /**
   * Takes over arrays, which nobody changes any more.
   *
   * @param values the values, ordered by reference
   * @param kinds the kind of each value
   * @param starts where the values of each reference start, and where the last ends
   */
  JsonRecord(
      String[] values,
      ValueKind[] kinds,
      int[] starts,
      long line,
      long number,
      @Nullable String json) {
    this.values = values;
    this.kinds = kinds;
    this.starts = starts;
    this.line = line;
    this.number = number;
    this.json = json;
  }

  @Override
  public int count(int reference) {
    return starts[reference + 1] - starts[reference];
  }

  @Override
  public String value(int reference, int index) {
    return values[starts[reference] + Objects.checkIndex(index, count(reference))];
  }

  @Override
  public ValueKind kind(int reference, int index) {
    return kinds[starts[reference] + Objects.checkIndex(index, count(reference))];
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
      throw new IllegalStateException("the source must be opened to keep records whole");
    }
    return json;
  }
}
