package org.w3id.scokg.rml;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.facts.Row;

/** Reads the string an expression has in a record: {@code null} where a reference is NULL. */
@FunctionalInterface
interface ColumnReader {

  @Nullable String read(Row row);

  /** Reads a column as it is. */
  static ColumnReader column(int column, Set<String> nulls) {
    if (nulls.isEmpty()) {
      return row -> row.cell(column);
    }
    return row -> {
      String cell = row.cell(column);
      return nulls.contains(cell) ? null : cell;
    };
  }
}
