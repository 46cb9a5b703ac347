package org.w3id.scokg.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** Ends an operation whose input has problems, and carries all of them to whoever reports them. */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Diagnostic> diagnostics;
  private final long omitted;
  private final int causes;

  /**
   * Carries problems out.
   *
   * @param diagnostics the problems, at least one
   * @param omitted how many more there were than are listed
   */
  public InputException(List<Diagnostic> diagnostics, long omitted) {
    this(diagnostics, omitted, 0);
  }

  /**
   * Carries problems out of which the later ones may follow from the first ones.
   *
   * @param diagnostics the problems, at least one
   * @param omitted how many more there were than are listed
   * @param causes how many of the first ones may be the cause of the others
   */
  public InputException(List<Diagnostic> diagnostics, long omitted, int causes) {
    super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
    if (diagnostics.isEmpty()) {
      throw new IllegalArgumentException("diagnostics must not be empty");
    }
    this.diagnostics = List.copyOf(diagnostics);
    this.omitted = omitted;
    this.causes = causes;
  }

  /** Carries one problem out. */
  public InputException(Diagnostic diagnostic) {
    this(List.of(diagnostic), 0);
  }

  /** The problems, ordered as they were collected. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** How many more problems there were than are listed. */
  public long omitted() {
    return omitted;
  }

  /** How many of the first problems may be the cause of those after them. */
  public int causes() {
    return causes;
  }
}
