package org.w3id.scokg.server;

import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;

/**
 * Collects what RIOT finds wrong in a Turtle file, each with its line.
 *
 * @param file the path as messages should show it
 * @param problems where they go
 */
record TurtleProblems(String file, Diagnostics problems) implements ErrorHandler {

  @Override
  public void warning(String message, long line, long column) {
    report(message, line, column);
  }

  @Override
  public void error(String message, long line, long column) {
    report(message, line, column);
  }

  @Override
  public void fatal(String message, long line, long column) {
    report(message, line, column);
    throw new RiotException(message);
  }

  private void report(String message, long line, long column) {
    problems.accept(
        new Diagnostic(
            line > 0 ? Location.of(file, line) : Location.of(file),
            message.strip(),
            column > 0
                ? "the file is read as Turtle, and column %d breaks its rules".formatted(column)
                : "the file is read as Turtle",
            "correct the line, or the statement that ends there"));
  }
}
