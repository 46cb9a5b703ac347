package org.w3id.scokg.diagnostic;

import java.util.Comparator;

/**
 * One problem of an input, told so that the person who made it can mend it.
 *
 * @param location where it is
 * @param what what is wrong, quoting the offending text in {@code '…'}
 * @param why the rule that is broken and where it is written
 * @param fix what to do about it
 */
public record Diagnostic(Location location, String what, String why, String fix)
    implements Comparable<Diagnostic> {

  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing(Diagnostic::location)
          .thenComparing(Diagnostic::what)
          .thenComparing(Diagnostic::why)
          .thenComparing(Diagnostic::fix);

  /** Orders by place, so that a report reads like the files it speaks of. */
  @Override
  public int compareTo(Diagnostic other) {
    return BY_PLACE.compare(this, other);
  }

  /** Writes the three lines a user reads: {@code place: error: what}, why and fix. */
  @Override
  public String toString() {
    return location + ": error: " + what + "\n  why: " + why + "\n  fix: " + fix;
  }
}
