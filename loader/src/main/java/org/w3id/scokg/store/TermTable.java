package org.w3id.scokg.store;

import java.util.Arrays;

/**
 * The numbers of terms by their hashes. An entry stands near the place that the first bits of its
 * hash say, so that the table is nearly sorted at any time.
 */
final class TermTable {

  /** What an entry takes: its hash and its number. */
  static final int ENTRY_BYTES = 2 * Long.BYTES + Integer.BYTES;

  private static final int SMALLEST = 1 << 12;

  /** Room for those that the end of the table pushes out, so that none goes round. */
  private static final int SLACK = 1024;

  private static final int FREE = 0;

  private final int largest;
  private int capacity = SMALLEST;
  private long[] high = new long[SMALLEST + SLACK];
  private long[] low = new long[SMALLEST + SLACK];
  private int[] next = new int[SMALLEST + SLACK];
  private int count;
  private int found;

  /**
   * An empty table.
   *
   * @param memory how many bytes it may take, also while it grows
   */
  TermTable(long memory) {
    // While it grows by half, there are two of it.
    long entries = memory / ENTRY_BYTES * 3 / 5;
    this.largest = (int) Math.max(SMALLEST, Math.min(1 << 30, entries));
  }

  /** The number of a hash, or -1 where it has none; then {@link #add} may give it one. */
  int find(long hashHigh, long hashLow) {
    int at = home(hashHigh);
    while (at < next.length && next[at] != FREE) {
      if (low[at] == hashLow && high[at] == hashHigh) {
        return next[at] - 1;
      }
      at++;
    }
    found = at;
    return -1;
  }

  /** Whether there is no room for another term. */
  boolean isFull() {
    return count >= largest / 4 * 3 && !hasRoom();
  }

  private boolean hasRoom() {
    return count < capacity / 4 * 3 && found < next.length;
  }

  /** Gives the hash that was not found a number. */
  void add(long hashHigh, long hashLow, int number) {
    while (!hasRoom()) {
      grow();
      find(hashHigh, hashLow);
    }
    high[found] = hashHigh;
    low[found] = hashLow;
    next[found] = number + 1;
    count++;
  }

  private int home(long hashHigh) {
    return (int) (((hashHigh >>> 32) * capacity) >>> 32);
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldNext = next;
    // It doubles while it is small; a large one grows by half, to need less room meanwhile.
    long larger = capacity < 1 << 20 ? 2L * capacity : capacity + capacity / 2;
    capacity = (int) Math.min(1 << 30, Math.max(capacity + SLACK, Math.min(larger, largest)));
    high = new long[capacity + SLACK];
    low = new long[capacity + SLACK];
    next = new int[capacity + SLACK];
    for (int i = 0; i < oldNext.length; i++) {
      if (oldNext[i] != FREE) {
        find(oldHigh[i], oldLow[i]);
        high[found] = oldHigh[i];
        low[found] = oldLow[i];
        next[found] = oldNext[i];
      }
    }
  }

  /** Takes entries in the order of their hashes. */
  interface Entries<E extends Exception> {
    void accept(long hashHigh, long hashLow, int number) throws E;
  }

  /** Hands out all entries in the order of their hashes, unsigned. Nothing is found afterwards. */
  <E extends Exception> void drain(Entries<E> entries) throws E {
    int from = 0;
    while (from < next.length) {
      int to = from;
      while (to < next.length && next[to] != FREE) {
        to++;
      }
      sort(from, to);
      for (int i = from; i < to; i++) {
        entries.accept(high[i], low[i], next[i] - 1);
      }
      from = to + 1;
    }
  }

  /** Sorts neighbours, which are few. */
  private void sort(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      long h = high[i];
      long l = low[i];
      int n = next[i];
      int at = i;
      while (at > from && isLess(h, l, at - 1)) {
        high[at] = high[at - 1];
        low[at] = low[at - 1];
        next[at] = next[at - 1];
        at--;
      }
      high[at] = h;
      low[at] = l;
      next[at] = n;
    }
  }

  private boolean isLess(long hashHigh, long hashLow, int other) {
    int byHigh = Long.compareUnsigned(hashHigh, high[other]);
    return byHigh < 0 || (byHigh == 0 && Long.compareUnsigned(hashLow, low[other]) < 0);
  }

  /** How many bytes it takes. */
  long memory() {
    return (long) next.length * ENTRY_BYTES;
  }

  void clear() {
    Arrays.fill(next, FREE);
    count = 0;
  }

  /** Lets go of the memory. Nothing can be found or added afterwards. */
  void release() {
    high = new long[0];
    low = new long[0];
    next = new int[0];
    count = 0;
  }
}
