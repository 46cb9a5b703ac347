package org.w3id.scokg.doctor;

import java.util.Locale;
import org.w3id.scokg.diagnostic.Diagnostic;

/**
 * What one check has found.
 *
 * @param check what was looked at, in a word
 * @param level how it is
 * @param what what was found
 * @param fix what to do about it; empty where there is nothing to do
 */
public record Finding(String check, Level level, String what, String fix) {

  /** How something is. */
  public enum Level {
    /** Fit. */
    OK,
    /** Fit, but not what was meant perhaps, or not for long. */
    WARNING,
    /** Unfit. */
    ERROR
  }

  /** That something is as it should be. */
  static Finding ok(String check, String seen) {
    return new Finding(check, Level.OK, seen, "");
  }

  /** That something may become a trouble. */
  static Finding warning(String check, String what, String fix) {
    return new Finding(check, Level.WARNING, what, fix);
  }

  /** That something is wrong. */
  static Finding error(String check, String what, String fix) {
    return new Finding(check, Level.ERROR, what, fix);
  }

  /** A problem that a reader of inputs has told. */
  public static Finding of(String check, Diagnostic problem) {
    return new Finding(
        check, Level.ERROR, problem.location() + ": " + problem.what(), problem.fix());
  }

  /** Writes {@code level: check: what; fix} on a line. */
  @Override
  public String toString() {
    return "%s: %s: %s%s"
        .formatted(
            level.name().toLowerCase(Locale.ROOT), check, what, fix.isEmpty() ? "" : "; " + fix)
        .replace('\n', ' ');
  }
}
