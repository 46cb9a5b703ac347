package org.w3id.scokg.store;

import java.util.Arrays;

/** Numbers terms that are their own ids, from 0, and knows their order when all are there. */
final class InlineTable {

  private static final int SMALLEST = 1 << 10;

  private long[] keys = new long[SMALLEST];
  private int[] numbers = new int[SMALLEST];
  private long[] values = new long[SMALLEST / 2];
  private int count;

  /** The number of an id, which is not 0. */
  int number(long id) {
    int at = home(id);
    while (keys[at] != 0) {
      if (keys[at] == id) {
        return numbers[at];
      }
      at = (at + 1) & (keys.length - 1);
    }
    if (count == values.length) {
      grow();
      return number(id);
    }
    keys[at] = id;
    numbers[at] = count;
    values[count] = id;
    return count++;
  }

  private int home(long id) {
    return (int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
  }

  private void grow() {
    keys = new long[keys.length * 2];
    numbers = new int[keys.length];
    values = Arrays.copyOf(values, keys.length / 2);
    for (int i = 0; i < count; i++) {
      int at = home(values[i]);
      while (keys[at] != 0) {
        at = (at + 1) & (keys.length - 1);
      }
      keys[at] = values[i];
      numbers[at] = i;
    }
  }

  int size() {
    return count;
  }

  /**
   * All ids in order. Their highest bits are set, so that their order is that of signed numbers.
   */
  long[] sorted() {
    long[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** By number, the places of the ids in {@link #sorted}. The table is of no use afterwards. */
  int[] ranks(long[] sorted) {
    keys = new long[0];
    numbers = new int[0];
    int[] ranks = new int[count];
    for (int i = 0; i < count; i++) {
      ranks[i] = Arrays.binarySearch(sorted, values[i]);
    }
    values = new long[0];
    return ranks;
  }
}
