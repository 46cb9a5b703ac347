package org.w3id.scokg.diagnostic;

import java.util.ArrayList;
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

  private final List<Diagnostic> earlier = new ArrayList<>();
  private final TreeSet<Diagnostic> kept = new TreeSet<>();
  private long omitted;

  /** Adds a problem; the same problem twice counts once. */
  @Override
  public void accept(Diagnostic diagnostic) {
    if (earlier.size() + kept.size() < BOUND) {
      kept.add(diagnostic);
    } else if (!kept.contains(diagnostic)) {
      omitted++;
    }
  }

  /**
   * Begins a new phase: problems added from now on may follow from those added before, and are
   * listed after them.
   */
  public void nextPhase() {
    earlier.addAll(kept);
    kept.clear();
  }

  /** Whether no problem was added. */
  public boolean isEmpty() {
    return earlier.isEmpty() && kept.isEmpty();
  }

  /** The problems kept, phase by phase, each ordered by place. */
  public List<Diagnostic> list() {
    List<Diagnostic> all = new ArrayList<>(earlier);
    all.addAll(kept);
    return List.copyOf(all);
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
      throw new InputException(list(), omitted, earlier.size());
    }
  }
}
