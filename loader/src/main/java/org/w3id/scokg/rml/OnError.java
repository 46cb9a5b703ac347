package org.w3id.scokg.rml;

/** What becomes of a record of which a value cannot be used as the mapping says. */
public enum OnError {
  /** The problem is reported, and the mapping as a whole has failed. */
  FAIL,
  /** The record gives no statement; it is handed, whole, to the listener. */
  SKIP,
  /**
   * The problem is reported, and the record gives what can be made of it: a literal that does not
   * fit its datatype stays, since RDF allows it; a term that RDF does not allow is left out.
   */
  KEEP
}
