package org.w3id.scokg.rml;

/** What a reference is whose name is in no record of its source. */
public enum UnknownReference {
  /** A slip of the pen, and an error. */
  ERROR,
  /** NULL in each record, so that no statement needs it. */
  NULL
}
