package org.w3id.scokg.rml;

/** Is told which record the statements that follow are made of. */
@FunctionalInterface
public interface RowListener {

  /** Listens to nothing. */
  RowListener NONE = (table, line) -> {};

  /**
   * The next statements come from this record.
   *
   * @param table the table, as messages show it
   * @param line the line on which the record starts, counted from 1
   */
  void row(String table, long line);
}
