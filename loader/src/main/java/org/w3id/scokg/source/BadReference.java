package org.w3id.scokg.source;

/** A reference or an iterator that cannot be used, told in the words of a diagnostic. */
public final class BadReference extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String why;
  private final String fix;

  /**
   * Tells what is wrong with a reference.
   *
   * @param what what is wrong, quoting it
   * @param why the rule that it breaks
   * @param fix the remedy
   */
  public BadReference(String what, String why, String fix) {
    super(what);
    this.why = why;
    this.fix = fix;
  }

  /** What is wrong with it. */
  public String what() {
    return String.valueOf(getMessage());
  }

  /** The rule that it breaks. */
  public String why() {
    return why;
  }

  /** The remedy. */
  public String fix() {
    return fix;
  }
}
