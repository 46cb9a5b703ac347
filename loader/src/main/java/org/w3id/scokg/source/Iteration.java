package org.w3id.scokg.source;

/**
 * The values that the references of a mapping have in one record (RML-Core, “iteration”).
 * References are numbered by {@link Iterations#reference}. Instances are immutable, so that one
 * thread may read them while another works on those before.
 */
public interface Iteration {

  /** How many values a reference has here: none where it is NULL, and one in CSV. */
  int count(int reference);

  /** A value of a reference, as text. */
  String value(int reference, int index);

  /** What kind of value it is. */
  ValueKind kind(int reference, int index);

  /** The line on which the record starts, counted from 1. */
  long line();

  /** The record's number in its source, counted from 1; in CSV the header is 1 (RFC 7111 §2.1). */
  long number();

  /**
   * The whole record as one JSON value: a CSV row as an object of its columns, JSON as it is, an
   * XML element as a string that holds its markup.
   *
   * @throws IllegalStateException if the source was not opened to keep records whole
   */
  String json();
}
