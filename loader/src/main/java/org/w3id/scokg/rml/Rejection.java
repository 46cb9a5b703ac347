package org.w3id.scokg.rml;

import java.util.List;
import org.w3id.scokg.diagnostic.Diagnostic;

/**
 * A record that was left out of the output, whole.
 *
 * @param source the source, as messages show it
 * @param line the line on which the record starts, counted from 1
 * @param json the record as one JSON value: a row as an object of its columns, or as an array of
 *     its cells where they do not fit the columns; JSON as it is; an XML element as a string
 * @param problems why, at least one
 */
public record Rejection(String source, long line, String json, List<Diagnostic> problems) {

  /** Keeps the problems from being changed. */
  public Rejection {
    problems = List.copyOf(problems);
  }
}
