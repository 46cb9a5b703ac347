package org.w3id.scokg.store;

import java.util.Arrays;

/**
 * A term as TDB2 keeps it: a value that is its own id, or bytes that are found by their hash. It is
 * filled again for each term.
 */
final class EncodedTerm {

  /** Whether the term is its own id, which is {@link #id}; else it has a hash and bytes. */
  boolean isInline;

  long id;
  long hashHigh;
  long hashLow;
  byte[] bytes = new byte[512];
  int length;

  void inline(long value) {
    isInline = true;
    id = value;
  }

  void hash(long high, long low) {
    isInline = false;
    hashHigh = high;
    hashLow = low;
  }

  void put(int b) {
    reserve(1);
    bytes[length++] = (byte) b;
  }

  void put(byte[] piece) {
    reserve(piece.length);
    System.arraycopy(piece, 0, bytes, length, piece.length);
    length += piece.length;
  }

  /** A number of seven bits a byte, the lowest first, as lengths are written. */
  void putLength(int number) {
    int rest = number;
    while ((rest & ~0x7F) != 0) {
      put((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    put(rest);
  }

  private void reserve(int more) {
    if (more > bytes.length - length) {
      bytes =
          Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, length + (long) more * 2));
    }
  }

  /** Lets go of the room that an unusually long term took. */
  void clear() {
    length = 0;
    if (bytes.length > 1 << 20) {
      bytes = new byte[512];
    }
  }
}
