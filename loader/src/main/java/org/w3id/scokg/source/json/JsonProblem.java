package org.w3id.scokg.source.json;

import java.io.IOException;

/** JSON that is not read any further, told in the words of a diagnostic. */
final class JsonProblem extends IOException {

  private static final long serialVersionUID = 1;

  private final String why;
  private final String fix;

  /**
   * Tells what is wrong.
   *
   * @param what what is wrong
   * @param why the rule that it breaks
   * @param fix the remedy
   */
  JsonProblem(String what, String why, String fix) {
    super(what);
    this.why = why;
    this.fix = fix;
  }

  String what() {
    return String.valueOf(getMessage());
  }

  String why() {
    return why;
  }

  String fix() {
    return fix;
  }
}
