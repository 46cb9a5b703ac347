package org.w3id.scokg.cli;

/** A command that can be told how to report. */
interface Reporting {

  /** The options given. */
  OutputOptions outputOptions();
}
