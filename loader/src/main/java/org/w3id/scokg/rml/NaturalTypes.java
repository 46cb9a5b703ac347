package org.w3id.scokg.rml;

/**
 * Whether a literal without a datatype of its own has that which its source gives it: RML-IO maps
 * JSON's numbers and truth values, the older vocabulary makes plain strings of them.
 */
enum NaturalTypes {
  MAPPED,
  IGNORED
}
