package org.w3id.scokg.server;

/** What a server answers from at the moment. */
public interface Serving {

  /** The id of the build that is served. */
  String build();

  /**
   * Whether the database answers: asks it the least there is to ask. Returns when it has answered
   * or failed, which nobody bounds.
   */
  boolean answers();
}
