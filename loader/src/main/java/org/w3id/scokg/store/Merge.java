package org.w3id.scokg.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges sorted runs of records into one. Records are compared int by int, unsigned. */
final class Merge implements Closeable {

  private final int width;
  private final List<RunReader> all = new ArrayList<>();
  private final RunReader[] heap;
  private int size;
  private boolean begun;

  /**
   * Opens the runs.
   *
   * @param width how many ints a record has
   * @param memory about how many bytes to take for reading
   */
  Merge(List<Path> runs, int width, long memory) throws IOException {
    this.width = width;
    // A record is held twice: as bytes, and as ints.
    long each = memory / runs.size() / (2L * width * Integer.BYTES);
    int records = (int) Math.max(64, Math.min(1 << 16, each));
    this.heap = new RunReader[runs.size()];
    for (Path run : runs) {
      RunReader reader = new RunReader(run, width, records);
      all.add(reader);
      if (reader.next()) {
        heap[size++] = reader;
      }
    }
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(i);
    }
  }

  /** The reader that is at the next record of all, which holds until this is called again. */
  @Nullable RunReader next() throws IOException {
    if (begun && size > 0) {
      if (!heap[0].next()) {
        heap[0] = heap[--size];
      }
      sink(0);
    }
    begun = true;
    return size == 0 ? null : heap[0];
  }

  private void sink(int from) {
    int at = from;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && compare(heap[child + 1], heap[child]) < 0) {
        child++;
      }
      if (compare(heap[at], heap[child]) <= 0) {
        return;
      }
      RunReader other = heap[at];
      heap[at] = heap[child];
      heap[child] = other;
      at = child;
    }
  }

  private int compare(RunReader a, RunReader b) {
    for (int i = 0; i < width; i++) {
      int x = a.ints[a.at + i];
      int y = b.ints[b.at + i];
      if (x != y) {
        return Integer.compareUnsigned(x, y);
      }
    }
    return 0;
  }

  @Override
  public void close() throws IOException {
    for (RunReader reader : all) {
      reader.close();
    }
  }
}
