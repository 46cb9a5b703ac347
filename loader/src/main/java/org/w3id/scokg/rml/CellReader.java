package org.w3id.scokg.rml;

import java.util.Set;
import org.w3id.scokg.source.Iteration;

/** Reads a column, which has one value in each record, unless the mapping says that it is NULL. */
final class CellReader implements ValueReader {

  private final int column;
  private final Set<String> nulls;
  private final boolean isEmptyNull;

  CellReader(int column, Set<String> nulls) {
    this.column = column;
    this.nulls = nulls;
    // By far the most common null, and told without hashing each cell.
    this.isEmptyNull = nulls.equals(Set.of(""));
  }

  @Override
  public int count(Iteration iteration) {
    if (nulls.isEmpty()) {
      return 1;
    }
    String cell = iteration.value(column, 0);
    return (isEmptyNull ? cell.isEmpty() : nulls.contains(cell)) ? 0 : 1;
  }

  @Override
  public String value(Iteration iteration, int index) {
    return iteration.value(column, 0);
  }
}
