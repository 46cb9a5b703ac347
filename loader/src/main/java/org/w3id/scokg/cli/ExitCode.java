package org.w3id.scokg.cli;

/** The exit codes, as sysexits.h and the users of compilers know them. */
final class ExitCode {

  static final int DONE = 0;
  static final int INPUT_ERRORS = 1;
  static final int WRONG_USAGE = 2;
  static final int BUG = 70;

  /** What shells report of a process that Ctrl-C has ended. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
