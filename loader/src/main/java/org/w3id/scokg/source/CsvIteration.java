package org.w3id.scokg.source;

import java.util.List;
import org.w3id.scokg.facts.Row;

/** A row of a table, in which each reference has one value, be it the empty text. */
record CsvIteration(Row row, List<String> header) implements Iteration {

  @Override
  public int count(int reference) {
    return 1;
  }

  @Override
  public String value(int reference, int index) {
    return row.cell(reference);
  }

  @Override
  public ValueKind kind(int reference, int index) {
    return ValueKind.STRING;
  }

  @Override
  public long line() {
    return row.line();
  }

  @Override
  public long number() {
    return row.number();
  }

  @Override
  public String json() {
    return JsonCells.object(header, row.cells());
  }
}
