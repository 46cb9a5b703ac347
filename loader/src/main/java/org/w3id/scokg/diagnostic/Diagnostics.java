package org.w3id.scokg.diagnostic;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Collects problems up to a bound, so that all of them are told together and a broken input of a
 * million rows does not fill the memory. Not thread-safe.
 */
public final class Diagnostics implements Consumer<Diagnostic> {

  /** How many distinct problems are kept: {@value}. Further ones are only counted. */
  public static final int BOUND = 1000;

  private final TreeSet<Diagnostic> kept = new TreeSet<>();
  private long omitted;

  /** Adds a problem; the same problem twice counts once. */
  @Override
  public void accept(Diagnostic diagnostic) {
    if (kept.size() < BOUND) {
      kept.add(diagnostic);
    } else if (!kept.contains(diagnostic)) {
      omitted++;
    }
  }

  /** Whether no problem was added. */
  public boolean isEmpty() {
    return kept.isEmpty();
  }

  /** The problems kept, ordered by place. */
  public List<Diagnostic> list() {
    return List.copyOf(kept);
  }

  /** How many problems came after the bound was reached. */
  public long omitted() {
    return omitted;
  }

  /**
   * Ends here if there are problems.
   *
   * @throws InputException carrying all of them, if there are any
   */
  public void throwIfAny() {
    if (!isEmpty()) {
      throw new InputException(list(), omitted);
    }
  }
}
