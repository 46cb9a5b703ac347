package org.w3id.scokg.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads the ints of a temporary file, record by record, and removes it at its end. */
final class RunReader implements Closeable {

  private final FileChannel file;
  private final ByteBuffer bytes;
  private final int width;

  /** A piece of the file. */
  final int[] ints;

  /** Where the present record begins in {@link #ints}. */
  int at;

  private int end;

  /**
   * Opens a file.
   *
   * @param width how many ints a record has
   * @param records how many records to read at once
   */
  RunReader(Path file, int width, int records) throws IOException {
    this.file = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
    this.width = width;
    this.ints = new int[width * records];
    this.bytes =
        ByteBuffer.allocateDirect(Math.multiplyExact(ints.length, Integer.BYTES))
            .order(ByteOrder.nativeOrder());
    this.at = -width;
  }

  /** Goes on to the next record; false where there is none. */
  boolean next() throws IOException {
    at += width;
    if (at < end) {
      return true;
    }
    end = read(ints, ints.length);
    at = 0;
    return end > 0;
  }

  /** Reads up to so many ints into an array, and answers how many; not mixed with {@link #next}. */
  int read(int[] into, int most) throws IOException {
    int filled = 0;
    while (filled < most) {
      bytes.clear().limit((int) Math.min(bytes.capacity(), (long) (most - filled) * Integer.BYTES));
      while (bytes.hasRemaining() && file.read(bytes) >= 0) {
        // It reads until the buffer is full or the file ends.
      }
      int read = bytes.flip().remaining() / Integer.BYTES;
      if (read == 0) {
        break;
      }
      bytes.asIntBuffer().get(into, filled, read);
      filled += read;
    }
    return filled;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
