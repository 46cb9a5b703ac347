package org.w3id.scokg.operation;

/** Which requests a log tells of. */
public enum Logged {
  /** Every request; of slow queries also what was asked. */
  REQUESTS,
  /** Slow queries only, with what was asked. */
  SLOW_QUERIES
}
