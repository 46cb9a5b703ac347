package org.w3id.scokg.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The terms with the largest counts, and how many there are. */
final class Most {

  /**
   * A term and a number of tuples.
   *
   * @param rank the term's
   */
  record Count(int rank, long tuples) {}

  private static final Comparator<Count> ORDER =
      Comparator.comparingLong(Count::tuples).thenComparing(Count::rank, Comparator.reverseOrder());

  private final int kept;
  private final PriorityQueue<Count> largest = new PriorityQueue<>(ORDER);
  private long all;

  Most(int kept) {
    this.kept = kept;
  }

  void add(int rank, long tuples) {
    all++;
    largest.add(new Count(rank, tuples));
    if (largest.size() > kept) {
      largest.remove();
    }
  }

  /** How many terms there were. */
  long all() {
    return all;
  }

  /** Those with the largest counts, the largest first. */
  List<Count> list() {
    List<Count> list = new ArrayList<>(largest);
    list.sort(ORDER.reversed());
    return list;
  }
}
