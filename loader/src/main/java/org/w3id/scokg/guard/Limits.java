package org.w3id.scokg.guard;

/**
 * How much a query may cost.
 *
 * @param memory the bytes that it may hold while it sorts, groups, joins or compares; an estimate
 * @param rows the rows of an answer, or its statements
 * @param text the characters of a text that it makes
 */
public record Limits(long memory, long rows, int text) {

  /** The digits of a number that a query makes: {@value}. */
  static final int DIGITS = 10_000;
}
