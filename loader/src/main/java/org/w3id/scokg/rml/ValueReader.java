package org.w3id.scokg.rml;

import org.w3id.scokg.source.Iteration;
import org.w3id.scokg.source.ValueKind;

/** Reads the strings that an expression has in a record. Not for use by several threads. */
interface ValueReader {

  /**
   * How many there are: none where a reference is NULL. To be asked before each record's values.
   */
  int count(Iteration iteration);

  /** One of them. */
  String value(Iteration iteration, int index);

  /** What its source says it is; text, where it is made of several. */
  default ValueKind kind(Iteration iteration, int index) {
    return ValueKind.STRING;
  }

  /** A value that is the same in each record. */
  static ValueReader constant(String value) {
    return new ValueReader() {
      @Override
      public int count(Iteration iteration) {
        return 1;
      }

      @Override
      public String value(Iteration iteration, int index) {
        return value;
      }
    };
  }

  /** No value in any record. */
  static ValueReader none() {
    return new ValueReader() {
      @Override
      public int count(Iteration iteration) {
        return 0;
      }

      @Override
      public String value(Iteration iteration, int index) {
        throw new IllegalStateException("Bug: a value is read that is not there");
      }
    };
  }
}
