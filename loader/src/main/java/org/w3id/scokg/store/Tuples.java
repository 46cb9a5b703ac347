package org.w3id.scokg.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Collects tuples of numbers, in memory up to a bound and then in a temporary file. */
final class Tuples implements Closeable {

  /** Tuples in a block, the first of which is small. */
  private static final int BLOCK = 1 << 14;

  private static final int READ_AT_ONCE = 1 << 14;

  private final Path file;
  private final int width;
  private final long mostBlocks;
  private final Deque<int[]> blocks = new ArrayDeque<>();
  private int[] block = {};
  private int used;
  private long count;
  private @Nullable RunWriter writer;
  private @Nullable RunReader reader;

  /**
   * Begins with none.
   *
   * @param file where those go that do not fit
   * @param width how many numbers a tuple has
   * @param memory how many bytes they may take in memory
   */
  Tuples(Path file, int width, long memory) {
    this.file = file;
    this.width = width;
    this.mostBlocks = Math.max(1, memory / (BLOCK * (long) width * Integer.BYTES));
  }

  /** Adds a tuple of four numbers. */
  void add(int a, int b, int c, int d) throws IOException {
    reserve();
    block[used] = a;
    block[used + 1] = b;
    block[used + 2] = c;
    block[used + 3] = d;
    used += width;
    count++;
  }

  /** Adds a tuple of three numbers. */
  void add(int a, int b, int c) throws IOException {
    reserve();
    block[used] = a;
    block[used + 1] = b;
    block[used + 2] = c;
    used += width;
    count++;
  }

  private void reserve() throws IOException {
    if (used < block.length) {
      return;
    }
    if (used > 0) {
      blocks.add(block);
    }
    if (blocks.size() >= mostBlocks || writer != null) {
      spill();
    } else {
      block = new int[(blocks.isEmpty() ? BLOCK / 16 : BLOCK) * width];
    }
    used = 0;
  }

  /** Writes all out; the last block is filled again. */
  private void spill() throws IOException {
    if (writer == null) {
      writer = new RunWriter(file);
    }
    for (int[] full : blocks) {
      writer.write(full, 0, full.length);
    }
    blocks.clear();
  }

  long count() {
    return count;
  }

  /** How many bytes they take. */
  long memory() {
    return count * width * Integer.BYTES;
  }

  int width() {
    return width;
  }

  /** Ends the adding. */
  void finish() throws IOException {
    if (writer == null) {
      blocks.add(block);
      return;
    }
    writer.write(block, 0, used);
    writer.finish();
    block = new int[0];
    reader = new RunReader(file, width, READ_AT_ONCE);
  }

  /**
   * Takes the next tuples, as many as there is room for, and answers how many numbers they have.
   */
  int take(int[] into) throws IOException {
    if (reader != null) {
      return reader.read(into, into.length / width * width);
    }
    int filled = 0;
    while (!blocks.isEmpty()) {
      int[] first = blocks.remove();
      int length = blocks.isEmpty() ? used : first.length;
      System.arraycopy(first, 0, into, filled, length);
      filled += length;
    }
    used = 0;
    block = new int[0];
    return filled;
  }

  /** Whether they are in a file. */
  boolean isInFile() {
    return writer != null;
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
    if (writer != null) {
      writer.close();
    }
  }
}
