package org.w3id.scokg.memory;

/** How arrays grow that hold millions. */
final class Growth {

  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private Growth() {}

  /** Twice the length of an array. */
  static int twice(int length) {
    if (length > LONGEST / 2) {
      throw new OutOfMemoryError("an array cannot hold more than " + LONGEST);
    }
    return 2 * length;
  }

  /** The length of an array that is to hold more than it does. */
  static int longer(int length) {
    if (length >= LONGEST) {
      throw new OutOfMemoryError("an array cannot hold more than " + LONGEST);
    }
    return (int) Math.min(LONGEST, length + (long) length / 2 + 1);
  }
}
