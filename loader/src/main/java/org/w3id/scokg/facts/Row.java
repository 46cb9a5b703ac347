package org.w3id.scokg.facts;

/** One record of a table. A row is only valid until the table goes on to the next one. */
public interface Row {

  /** The cell of a column, counted from 0 as in {@link Table#header()}. */
  String cell(int column);

  /** The line on which the record starts, counted from 1. */
  long line();

  /** The record's number in its file, counted from 1 with the header as 1 (RFC 7111 §2.1). */
  long number();
}
