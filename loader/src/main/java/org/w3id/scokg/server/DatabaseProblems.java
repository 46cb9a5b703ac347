package org.w3id.scokg.server;

import java.io.IOException;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * What can be wrong with a database.
 *
 * @param name its path as messages should show it
 */
record DatabaseProblems(String name) {

  private static final String REBUILD = "delete the build and make it again with \"scokg build\"";

  InputException missing() {
    return problem(
        "there is no database here",
        "a build makes it, and none has been made or its path is another",
        "run \"scokg build\", or correct the path");
  }

  InputException damaged(String how) {
    return problem("the database is damaged: " + how, "a build is complete or it is none", REBUILD);
  }

  InputException damaged(RuntimeException cause) {
    return because(cause, damaged(String.valueOf(cause.getMessage())));
  }

  InputException unreadable(IOException cause) {
    return because(
        cause,
        problem(
            "the database cannot be read: " + cause.getMessage(),
            "its files must be readable and writable by whoever serves them",
            "correct their owner and mode"));
  }

  InputException beingWritten(String process) {
    return problem(
        "the database is being written by process " + process,
        "a half-written database cannot be read, and that process holds its lock",
        "wait until it ends, then try again");
  }

  private static InputException because(Exception cause, InputException problem) {
    problem.initCause(cause);
    return problem;
  }

  private InputException problem(String what, String why, String fix) {
    return new InputException(new Diagnostic(Location.of(name), what, why, fix));
  }
}
