package org.w3id.scokg.facts;

import java.util.List;

/** One record of a table, for as long as it is wanted. */
public final class Row {

  private final String[] cells;
  private final long line;
  private final long number;

  /** Keeps the array, which nobody changes from now on. */
  Row(String[] cells, long line, long number) {
    this.cells = cells;
    this.line = line;
    this.number = number;
  }

  /** The cell of a column, counted from 0 as in {@link Table#header()}. */
  public String cell(int column) {
    return cells[column];
  }

  /** All cells: in a sound row one for each column. */
  public List<String> cells() {
    return List.of(cells);
  }

  /** How many cells there are. */
  int size() {
    return cells.length;
  }

  /** The line on which the record starts, counted from 1. */
  public long line() {
    return line;
  }

  /** The record's number in its file, counted from 1; a header counts (RFC 7111 §2.1). */
  public long number() {
    return number;
  }
}
