package org.w3id.scokg.source;

/** What a source says of a value besides its text (RML-IO, “natural mapping” of a format). */
public enum ValueKind {
  /** Text, and all that is in CSV and XML. */
  STRING,
  /** A JSON number without fraction and exponent. */
  INTEGER,
  /** Any other JSON number. */
  DOUBLE,
  /** JSON's {@code true} and {@code false}. */
  BOOLEAN,
  /** A JSON array or object, which is no value: its text is the start of its JSON. */
  STRUCTURE
}
