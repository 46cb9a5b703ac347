package org.w3id.scokg.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes all indexes of a kind of tuples. They are sorted once in full, and each further order is
 * made of an earlier one; while one is sorted, the one before is written. Where not all fit into
 * the memory, each piece is sorted in all orders into runs, and these are merged.
 */
final class Indexes {

  /** One that is sorted from, one that is sorted into, and one between. */
  static final int ARRAYS = 3;

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final Tuples tuples;
  private final String columns;
  private final TermStore terms;
  private final Places places;
  private final Tallies tallies;
  private final ExecutorService writing;
  private final Meter meter;
  private final BlockingQueue<int[]> free = new ArrayBlockingQueue<>(ARRAYS);
  private final List<Future<?>> writes = new ArrayList<>();
  private final Map<String, List<Path>> runs = new HashMap<>();

  /**
   * Where files go.
   *
   * @param storage the files of the database
   * @param temporary what is removed at the end
   * @param forcing brings what is written to the disk
   */
  record Places(Path storage, Path temporary, Forcing forcing) {}

  /** What is counted while an index is written. */
  interface Tallies {
    Tally of(String order);
  }

  /**
   * Makes indexes.
   *
   * @param columns the columns of the tuples, as they were collected
   * @param writing a thread that writes
   * @param meter is told how far it is
   */
  Indexes(
      Tuples tuples,
      String columns,
      TermStore terms,
      Places places,
      Tallies tallies,
      ExecutorService writing,
      Meter meter) {
    this.tuples = tuples;
    this.columns = columns;
    this.terms = terms;
    this.places = places;
    this.tallies = tallies;
    this.writing = writing;
    this.meter = meter;
  }

  /** An array that is in use, and how often. */
  private static final class Sorted {
    private final int[] numbers;
    private final int length;
    private final AtomicInteger uses;

    Sorted(int[] numbers, int length, int uses) {
      this.numbers = numbers;
      this.length = length;
      this.uses = new AtomicInteger(uses);
    }
  }

  /**
   * Makes them.
   *
   * @param memory how many bytes may be taken
   * @param isLast whether no other tuples have to be ranked
   * @return how many different tuples there are
   */
  long make(long memory, boolean isLast) throws IOException, InterruptedException {
    if (tuples.count() == 0) {
      return 0;
    }
    int width = tuples.width();
    long all = tuples.count() * width;
    long most = Math.max(1 << 16, memory / ARRAYS / Integer.BYTES);
    boolean isWhole = all <= Math.min(most, LARGEST_ARRAY);
    int room = (int) Math.min(Math.min(all, most), LARGEST_ARRAY) / width * width;
    for (int i = 0; i < ARRAYS; i++) {
      free.add(new int[room]);
    }
    ColumnSort sort = new ColumnSort(width, terms.ranks(), free);
    long different = 0;
    while (true) {
      int[] piece = free.take();
      int length = tuples.take(piece);
      if (length == 0) {
        break;
      }
      terms.rank(piece, length);
      different += sortAll(piece, length, sort, isWhole);
    }
    for (Future<?> write : writes) {
      Tasks.await(write);
    }
    if (isLast) {
      terms.ranked();
    }
    free.clear();
    return isWhole ? different : merge(memory);
  }

  /** Sorts a piece in all orders, and answers how many different tuples it has. */
  private long sortAll(int[] piece, int length, ColumnSort sort, boolean isWhole)
      throws InterruptedException {
    int width = tuples.width();
    Map<String, Sorted> made = new HashMap<>();
    long different = 0;
    for (Order order : Order.of(columns)) {
      Sorted from = made.get(order.from());
      int[] numbers = from == null ? piece : from.numbers;
      for (int i = 0; i < order.by().length(); i++) {
        int[] next = sort.sort(numbers, from == null ? length : from.length, at(order.by(), i));
        if (from == null) {
          free.add(numbers);
        }
        numbers = next;
      }
      int kept = from == null ? withoutRepeated(numbers, length) : from.length;
      different = kept / width;
      if (from != null) {
        release(from);
      }
      Sorted sorted = new Sorted(numbers, kept, 1 + uses(order));
      made.put(order.name(), sorted);
      writes.add(writing.submit(() -> write(order, sorted, isWhole)));
    }
    return different;
  }

  private int at(String by, int index) {
    return columns.indexOf(by.charAt(index));
  }

  private int uses(Order order) {
    return (int) Order.of(columns).stream().filter(o -> o.from().equals(order.name())).count();
  }

  private void release(Sorted sorted) {
    if (sorted.uses.decrementAndGet() == 0) {
      free.add(sorted.numbers);
    }
  }

  private int withoutRepeated(int[] numbers, int length) {
    int width = tuples.width();
    int kept = Math.min(width, length);
    for (int at = width; at < length; at += width) {
      if (isDifferent(numbers, at, kept - width)) {
        if (at != kept) {
          System.arraycopy(numbers, at, numbers, kept, width);
        }
        kept += width;
      }
    }
    return kept;
  }

  private boolean isDifferent(int[] numbers, int a, int b) {
    for (int i = tuples.width() - 1; i >= 0; i--) {
      if (numbers[a + i] != numbers[b + i]) {
        return true;
      }
    }
    return false;
  }

  private Void write(Order order, Sorted sorted, boolean isWhole) throws IOException {
    try {
      int[] from = order.columns(columns);
      if (isWhole) {
        writeIndex(order, sorted, from);
      } else {
        writeRun(order, sorted, from);
      }
      return null;
    } finally {
      // Also where this fails, so that nobody waits for the array for ever.
      release(sorted);
    }
  }

  private void writeIndex(Order order, Sorted sorted, int[] from) throws IOException {
    try (IndexOutput output = output(order)) {
      int width = from.length;
      for (int at = 0; at < sorted.length; at += width) {
        output.put(sorted.numbers, at, from);
        if ((at & Meter.MASK) == 0) {
          meter.advance(at == 0 ? 0 : (Meter.MASK + 1) / width);
        }
      }
      output.finish();
    }
  }

  private IndexOutput output(Order order) throws IOException {
    return new IndexOutput(
        places.storage, order.name(), terms, tallies.of(order.name()), places.forcing);
  }

  private void writeRun(Order order, Sorted sorted, int[] from) throws IOException {
    List<Path> earlier = runs.computeIfAbsent(order.name(), o -> new ArrayList<>());
    Path file = places.temporary.resolve(order.name() + "-" + earlier.size());
    int width = from.length;
    int[] tuple = new int[width];
    try (RunWriter run = new RunWriter(file)) {
      for (int at = 0; at < sorted.length; at += width) {
        for (int i = 0; i < width; i++) {
          tuple[i] = sorted.numbers[at + from[i]];
        }
        run.write(tuple, 0, width);
      }
      run.finish();
    }
    earlier.add(file);
  }

  /** Merges the runs of each order: half of the orders in this thread, half in the other. */
  private long merge(long memory) throws IOException, InterruptedException {
    List<Order> orders = Order.of(columns);
    Future<Long> others =
        writing.submit(
            () -> {
              long written = 0;
              for (int i = 1; i < orders.size(); i += 2) {
                written = merge(orders.get(i), memory / 2);
              }
              return written;
            });
    long written = 0;
    for (int i = 0; i < orders.size(); i += 2) {
      written = merge(orders.get(i), memory / 2);
    }
    Tasks.await(others);
    return written;
  }

  private long merge(Order order, long memory) throws IOException {
    int width = tuples.width();
    int[] columnsAsTheyAre = new int[width];
    for (int i = 0; i < width; i++) {
      columnsAsTheyAre[i] = i;
    }
    List<Path> files = runs.getOrDefault(order.name(), List.of());
    int[] last = new int[width];
    last[0] = -1;
    long written = 0;
    try (Merge merge = new Merge(files, width, Math.min(memory, 32L << 20));
        IndexOutput output = output(order)) {
      for (RunReader run = merge.next(); run != null; run = merge.next()) {
        if (!isSame(run, last)) {
          System.arraycopy(run.ints, run.at, last, 0, width);
          output.put(last, 0, columnsAsTheyAre);
          written++;
          if ((written & Meter.MASK) == 0) {
            meter.advance(Meter.MASK + 1);
          }
        }
      }
      output.finish();
    }
    return written;
  }

  private static boolean isSame(RunReader run, int[] last) {
    for (int i = last.length - 1; i >= 0; i--) {
      if (run.ints[run.at + i] != last[i]) {
        return false;
      }
    }
    return true;
  }
}
