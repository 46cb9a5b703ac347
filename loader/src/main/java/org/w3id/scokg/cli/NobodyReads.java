package org.w3id.scokg.cli;

import java.io.IOException;

/** Whoever read standard output has had enough, which is nobody's mistake. */
final class NobodyReads extends IOException {

  private static final long serialVersionUID = 1;

  /** Whether a failure comes of that. */
  static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NobodyReads) {
        return true;
      }
    }
    return false;
  }
}
