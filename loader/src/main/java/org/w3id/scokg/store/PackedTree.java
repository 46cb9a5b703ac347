package org.w3id.scokg.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.base.recordbuffer.RecordBufferPage;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.tdb2.sys.SystemTDB;

/**
 * Writes a B+tree of TDB2 from records that come in order: full leaves one after another, and
 * branches over them at the end. To insert records one by one takes several times as long and twice
 * the room. The files are those that TDB2 itself reads and writes.
 */
final class PackedTree implements Closeable {

  private static final int PAGE = SystemTDB.BlockSize;
  private static final int PAGES = 32;

  /** A page begins with the number of its records, and what was a link to the next one once. */
  private static final int HEADER = 2 * Integer.BYTES;

  private static final int NO_LINK = -1;

  private final Path directory;
  private final String name;
  private final int keyLength;
  private final int recordLength;
  private final int mostRecords;
  private final Forcing forcing;
  private final FileChannel file;
  private final ByteBuffer pages;
  private byte[] keys = new byte[256];
  private int closed;
  private int start;
  private int inPage;
  private long records;
  private boolean finished;

  /**
   * Begins a tree.
   *
   * @param name what its files are called
   * @param keyLongs how many longs the key of a record has
   * @param valueLongs how many longs follow it
   * @param forcing brings what is written to the disk
   */
  PackedTree(Path directory, String name, int keyLongs, int valueLongs, Forcing forcing)
      throws IOException {
    this.forcing = forcing;
    this.directory = directory;
    this.name = name;
    this.keyLength = keyLongs * Long.BYTES;
    this.recordLength = keyLength + valueLongs * Long.BYTES;
    this.mostRecords =
        RecordBufferPage.calcRecordSize(
            new RecordFactory(keyLength, recordLength - keyLength), PAGE);
    this.file = create(Names.extBptRecords);
    this.pages = ByteBuffer.allocateDirect(PAGES * PAGE);
    pages.position(HEADER);
  }

  private FileChannel create(String extension) throws IOException {
    return FileChannel.open(
        directory.resolve(name + "." + extension),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  /** Where to put the longs of the next record, which must be larger than the last one. */
  ByteBuffer next() throws IOException {
    if (inPage == mostRecords) {
      closePage();
      start += PAGE;
      if (start == pages.capacity()) {
        flush(start - PAGE);
      }
      pages.position(start + HEADER);
      inPage = 0;
    }
    inPage++;
    records++;
    return pages;
  }

  /** How many records it has. */
  long size() {
    return records;
  }

  private void closePage() {
    putCount(start, inPage);
    if (keys.length < (closed + 1) * keyLength) {
      keys = Arrays.copyOf(keys, Math.max(keys.length * 2, keyLength));
    }
    closed++;
    keepHighest(start, inPage);
  }

  private void putCount(int page, int count) {
    pages.putInt(page, count);
    pages.putInt(page + Integer.BYTES, NO_LINK);
  }

  /** Keeps the last key of a page, which is the highest, as that of the page closed last. */
  private void keepHighest(int page, int count) {
    pages.get(record(page, count - 1), keys, (closed - 1) * keyLength, keyLength);
  }

  private int record(int page, int index) {
    return page + HEADER + index * recordLength;
  }

  /** Writes the pages before a place in the buffer; those after it move to the beginning. */
  private void flush(int upTo) throws IOException {
    int end = start;
    pages.position(0).limit(upTo);
    write(file, pages);
    pages.limit(end).position(upTo);
    pages.compact();
    start = end - upTo;
  }

  private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /** Ends the tree, which has at least one record. */
  void finish() throws IOException {
    if (inPage < mostRecords / 2 && start > 0) {
      fillLast();
    }
    closePage();
    for (int i = record(start, inPage); i < start + PAGE; i++) {
      pages.put(i, (byte) 0);
    }
    pages.position(0).limit(start + PAGE);
    write(file, pages);
    finished = true;
    forcing.force(file);
    FileChannel tree = create(Names.extBptTree);
    long branches = new PackedBranches(tree, keyLength, recordLength).write(keys, closed);
    forcing.force(tree);
    FileChannel state = create(Names.extBptState);
    // The root, and how many pages each file has.
    ByteBuffer numbers = ByteBuffer.allocate(3 * Long.BYTES);
    write(state, numbers.putLong(0).putLong(branches).putLong(closed).flip());
    forcing.force(state);
  }

  /** A tree may not have a page that is less than half full, unless it is the only one. */
  private void fillLast() {
    int before = start - PAGE;
    int moved = mostRecords / 2 - inPage;
    byte[] taken = new byte[moved * recordLength];
    byte[] present = new byte[inPage * recordLength];
    pages.get(record(before, mostRecords - moved), taken);
    pages.get(record(start, 0), present);
    pages.put(record(start, 0), taken);
    pages.put(record(start, moved), present);
    inPage += moved;
    for (int i = record(before, mostRecords - moved); i < start; i++) {
      pages.put(i, (byte) 0);
    }
    putCount(before, mostRecords - moved);
    keepHighest(before, mostRecords - moved);
  }

  /** Gives up a tree that is not finished. */
  @Override
  public void close() throws IOException {
    if (!finished) {
      file.close();
    }
  }
}
