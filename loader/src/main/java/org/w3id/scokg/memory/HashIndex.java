package org.w3id.scokg.memory;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Finds numbers by a hash of what they stand for. There may be several of one hash: who asks goes
 * on from slot to slot until the number is the right one, or there is none.
 */
final class HashIndex {

  static final int NONE = -1;

  private static final int SMALLEST = 1 << 10;

  private int[] slots = empty(SMALLEST);
  private int size;

  private static int[] empty(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, NONE);
    return slots;
  }

  /** Mixes all bits of a key into a hash. */
  static int hash(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
  }

  /** The first slot to look at. */
  int slot(int hash) {
    return hash & (slots.length - 1);
  }

  int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  /** The number in a slot; {@link #NONE} where the search ends. */
  int at(int slot) {
    return slots[slot];
  }

  /**
   * Puts a new number into the slot where the search for it ended.
   *
   * @param hashes gives the hash of each number, when the slots have become too few
   */
  void put(int slot, int number, IntUnaryOperator hashes) {
    slots[slot] = number;
    size++;
    // A longer table would be faster by little, and takes twice the memory.
    if (size > slots.length / 4 * 3) {
      grow(hashes);
    }
  }

  private void grow(IntUnaryOperator hashes) {
    int[] old = slots;
    slots = empty(Growth.twice(old.length));
    for (int number : old) {
      if (number != NONE) {
        int slot = slot(hashes.applyAsInt(number));
        while (slots[slot] != NONE) {
          slot = next(slot);
        }
        slots[slot] = number;
      }
    }
  }
}
