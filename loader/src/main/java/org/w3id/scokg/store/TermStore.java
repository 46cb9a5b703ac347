package org.w3id.scokg.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives each term a number when it is met first, and writes it to the file of terms.
 *
 * <p>What is met again is found by its hash as long as the table of hashes has room. Then the table
 * is written out, in order, and begun anew; a term that is met in several tables has several
 * numbers until these are merged, and then the first of them.
 *
 * <p>The order of the numbers is that of the ids, so that tuples can be sorted by what takes half
 * the room.
 */
final class TermStore implements Closeable {

  private static final int BUFFER = 1 << 18;

  /** In a run: two halves of a hash, and a number. */
  private static final int RUN_WIDTH = 5;

  private static final int HASH_WIDTH = 4;

  private final Path temporary;
  private final long memory;
  private final TermTable table;
  private final InlineTable inline = new InlineTable();
  private final Offsets offsets = new Offsets();
  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private long length;
  private final List<Path> runs = new ArrayList<>();
  private int @Nullable [] first;
  private long[] inlineIds = {};
  private int[] inlineRanks = {};

  /**
   * Begins with no terms.
   *
   * @param file where the terms go
   * @param temporary where what does not fit into the memory goes
   * @param memory how many bytes the table of hashes may take
   */
  TermStore(Path file, Path temporary, long memory) throws IOException {
    this.temporary = temporary;
    this.memory = memory;
    this.table = new TermTable(memory);
    this.file = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** The number of a term: negative for one that is its own id. */
  int number(EncodedTerm term) throws IOException {
    if (term.isInline) {
      return ~inline.number(term.id);
    }
    int known = table.find(term.hashHigh, term.hashLow);
    if (known >= 0) {
      return known;
    }
    if (table.isFull()) {
      spill();
      table.find(term.hashHigh, term.hashLow);
    }
    int number = offsets.size();
    if (number == Integer.MAX_VALUE - inline.size() || length > Offsets.LARGEST) {
      throw new TooManyTermsException();
    }
    table.add(term.hashHigh, term.hashLow, number);
    offsets.add(length);
    write(term.bytes, term.length);
    return number;
  }

  private void write(byte[] bytes, int count) throws IOException {
    int at = 0;
    while (at < count) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int piece = Math.min(buffer.remaining(), count - at);
      buffer.put(bytes, at, piece);
      at += piece;
    }
    length += count;
  }

  /** Writes what is held back. */
  void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    buffer.clear();
  }

  /** Writes the table out and begins another. */
  private void spill() throws IOException {
    Path run = temporary.resolve("hashes-" + runs.size());
    try (RunWriter writer = new RunWriter(run)) {
      int[] entry = new int[RUN_WIDTH];
      table.drain(
          (high, low, number) -> {
            entry[0] = (int) (high >>> 32);
            entry[1] = (int) high;
            entry[2] = (int) (low >>> 32);
            entry[3] = (int) low;
            entry[4] = number;
            writer.write(entry, 0, RUN_WIDTH);
          });
      writer.finish();
    }
    runs.add(run);
    table.clear();
  }

  /** Writes the index of the hashes and ends the file of terms; there are no more terms then. */
  void finish(PackedTree index) throws IOException {
    flush();
    if (runs.isEmpty()) {
      table.drain((high, low, number) -> put(index, high, low, number));
    } else {
      spill();
      table.release();
      merge(index);
    }
    table.release();
  }

  private void merge(PackedTree index) throws IOException {
    int[] canonical = new int[offsets.size()];
    int[] last = new int[RUN_WIDTH];
    last[HASH_WIDTH] = -1;
    try (Merge merge = new Merge(runs, RUN_WIDTH, memory / 4)) {
      for (RunReader entry = merge.next(); entry != null; entry = merge.next()) {
        int number = entry.ints[entry.at + HASH_WIDTH];
        if (last[HASH_WIDTH] < 0 || !isSame(last, entry)) {
          System.arraycopy(entry.ints, entry.at, last, 0, RUN_WIDTH);
          put(index, joined(last, 0), joined(last, 2), number);
        }
        canonical[number] = last[HASH_WIDTH];
      }
    }
    first = canonical;
  }

  private static boolean isSame(int[] hash, RunReader entry) {
    for (int i = 0; i < HASH_WIDTH; i++) {
      if (hash[i] != entry.ints[entry.at + i]) {
        return false;
      }
    }
    return true;
  }

  private static long joined(int[] halves, int at) {
    return (long) halves[at] << 32 | (halves[at + 1] & 0xFFFFFFFFL);
  }

  private void put(PackedTree index, long high, long low, int number) throws IOException {
    index.next().putLong(high).putLong(low).putLong(offsets.get(number));
  }

  /** Brings the file of terms to the disk, and closes it. */
  void force(Forcing forcing) {
    forcing.force(file);
  }

  /** How many terms have numbers, besides those that are their own ids. */
  int count() {
    return offsets.size();
  }

  /** Whether the table did not hold all terms at once. */
  boolean isSpilled() {
    return !runs.isEmpty();
  }

  /** Orders the terms that are their own ids. */
  void seal() {
    inlineIds = inline.sorted();
    inlineRanks = inline.ranks(inlineIds);
  }

  /** Puts in place of numbers their ranks, whose order is that of the ids. */
  void rank(int[] numbers, int count) {
    int[] canonical = first;
    int inlineFrom = offsets.size();
    for (int i = 0; i < count; i++) {
      int number = numbers[i];
      if (number < 0) {
        numbers[i] = inlineFrom + inlineRanks[~number];
      } else if (canonical != null) {
        numbers[i] = canonical[number];
      }
    }
  }

  /** Lets go of what is needed for {@link #rank} only. */
  void ranked() {
    first = null;
    inlineRanks = new int[0];
  }

  /** The id of the term with a rank. */
  long id(int rank) {
    int terms = offsets.size();
    return rank < terms ? offsets.get(rank) : inlineIds[rank - terms];
  }

  /** How many ranks there are. */
  int ranks() {
    return offsets.size() + inlineIds.length;
  }

  /** How many bytes the file of terms has. */
  long length() {
    return length;
  }

  /** How many bytes the table of hashes takes. */
  long tableMemory() {
    return table.memory();
  }

  /** How many bytes are needed to the end. */
  long memory() {
    return offsets.memory() + (first == null ? 0 : 4L * first.length) + 12L * inlineIds.length;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
