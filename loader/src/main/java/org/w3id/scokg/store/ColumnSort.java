package org.w3id.scokg.store;

import java.util.concurrent.BlockingQueue;

/**
 * Sorts tuples by one column, and leaves those with the same number in the order they had. Tuples
 * in one order are so brought into another that begins with that column.
 */
final class ColumnSort {

  private static final int MOST_DIGIT_BITS = 12;

  private final int width;
  private final int digitBits;
  private final int digits;
  private final BlockingQueue<int[]> free;

  /**
   * Sorts tuples.
   *
   * @param width how many numbers a tuple has
   * @param limit more than any number
   * @param free where arrays are taken from and given back to
   */
  ColumnSort(int width, int limit, BlockingQueue<int[]> free) {
    this.width = width;
    int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(limit - 1));
    this.digits = (bits + MOST_DIGIT_BITS - 1) / MOST_DIGIT_BITS;
    this.digitBits = (bits + digits - 1) / digits;
    this.free = free;
  }

  /**
   * Sorts into another array, which is the caller's to give back. The source is only read.
   *
   * @param length how many numbers of the source count
   */
  int[] sort(int[] source, int length, int column) throws InterruptedException {
    int[][] starts = starts(source, length, column);
    int[] from = source;
    for (int digit = 0; digit < digits; digit++) {
      if (!isConstant(starts[digit], length)) {
        int[] to = free.take();
        move(from, to, length, column, digit * digitBits, starts[digit]);
        if (from != source) {
          free.add(from);
        }
        from = to;
      }
    }
    if (from == source) {
      from = free.take();
      System.arraycopy(source, 0, from, 0, length);
    }
    return from;
  }

  /** How many tuples have each digit, in one pass for all digits. */
  private int[][] starts(int[] source, int length, int column) {
    int[][] counts = new int[digits][1 << digitBits];
    int mask = (1 << digitBits) - 1;
    for (int at = column; at < length; at += width) {
      int number = source[at];
      for (int digit = 0; digit < digits; digit++) {
        counts[digit][(number >>> (digit * digitBits)) & mask]++;
      }
    }
    return counts;
  }

  private boolean isConstant(int[] counts, int length) {
    for (int count : counts) {
      if (count != 0) {
        return count == length / width;
      }
    }
    return true;
  }

  private void move(int[] from, int[] to, int length, int column, int shift, int[] counts) {
    int start = 0;
    for (int i = 0; i < counts.length; i++) {
      int count = counts[i];
      counts[i] = start;
      start += count * width;
    }
    int mask = counts.length - 1;
    if (width == 4) {
      for (int at = 0; at < length; at += 4) {
        int digit = (from[at + column] >>> shift) & mask;
        int into = counts[digit];
        counts[digit] = into + 4;
        to[into] = from[at];
        to[into + 1] = from[at + 1];
        to[into + 2] = from[at + 2];
        to[into + 3] = from[at + 3];
      }
      return;
    }
    for (int at = 0; at < length; at += width) {
      int digit = (from[at + column] >>> shift) & mask;
      int into = counts[digit];
      counts[digit] = into + width;
      for (int i = 0; i < width; i++) {
        to[into + i] = from[at + i];
      }
    }
  }
}
