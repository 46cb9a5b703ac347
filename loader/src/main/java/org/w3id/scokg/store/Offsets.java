package org.w3id.scokg.store;

import java.util.Arrays;

/** Places in a file, each larger than the one before, of five bytes each. */
final class Offsets {

  /** A file of a tebibyte at most. */
  static final long LARGEST = (1L << 40) - 1;

  private static final int BITS = 16;
  private static final int BLOCK = 1 << BITS;
  private static final int MASK = BLOCK - 1;

  private int[][] low = new int[4][];
  private byte[][] high = new byte[4][];
  private int count;

  void add(long offset) {
    int block = count >>> BITS;
    int at = count & MASK;
    if (at == 0) {
      if (block == low.length) {
        low = Arrays.copyOf(low, block * 2);
        high = Arrays.copyOf(high, block * 2);
      }
      // A small graph has few terms.
      int size = block == 0 ? 1 << 12 : BLOCK;
      low[block] = new int[size];
      high[block] = new byte[size];
    } else if (at == low[block].length) {
      low[block] = Arrays.copyOf(low[block], BLOCK);
      high[block] = Arrays.copyOf(high[block], BLOCK);
    }
    low[block][at] = (int) offset;
    high[block][at] = (byte) (offset >>> 32);
    count++;
  }

  long get(int index) {
    int block = index >>> BITS;
    int at = index & MASK;
    return (low[block][at] & 0xFFFFFFFFL) | (high[block][at] & 0xFFL) << 32;
  }

  int size() {
    return count;
  }

  /** How many bytes it takes. */
  long memory() {
    return 5L * count;
  }
}
