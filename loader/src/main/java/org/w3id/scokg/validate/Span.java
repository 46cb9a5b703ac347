package org.w3id.scokg.validate;

/**
 * A stretch of a text, in code points.
 *
 * @param start the position before its first code point, from 0
 * @param end the position after its last code point
 */
record Span(long start, long end) {

  boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  @Override
  public String toString() {
    return start + " to " + end;
  }
}
