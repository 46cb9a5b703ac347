package org.w3id.scokg.rml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * A multimap in temporary files: entries one after another in one, chained by the hash of their
 * keys from a table in the other, which is mapped into memory and doubles as entries come. Any
 * number of threads may use it, one after another.
 *
 * <p>An entry is the place of the next one in its chain plus 1 (8 bytes), the hash of its key, the
 * length of its key and that of its value (4 bytes each), its key and its value.
 */
final class HashFile implements AutoCloseable {

  private static final int HEAD = 20;
  private static final int FIRST_SLOTS = 1 << 16;
  private static final int LARGEST_TABLE = 1 << 27;

  private final Path folder;
  private final FileChannel entries;
  private ByteBuffer tail = ByteBuffer.allocate(1 << 16);
  private ByteBuffer window = ByteBuffer.allocate(1 << 10);
  private LongBuffer table;
  private long written;
  private long count;

  private HashFile(Path folder) throws IOException {
    this.folder = folder;
    this.entries =
        FileChannel.open(
            folder.resolve("entries"),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    this.table = newTable(FIRST_SLOTS);
  }

  /** Makes an empty one in the folder for temporary files. */
  static HashFile create() {
    try {
      return new HashFile(Files.createTempDirectory("scokg-join"));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  synchronized void add(String key, byte[] value) {
    try {
      byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
      int hash = Arrays.hashCode(keyBytes);
      long place = written + tail.position();
      append(
          ByteBuffer.allocate(HEAD + keyBytes.length + value.length)
              .putLong(table.get(slot(hash)))
              .putInt(hash)
              .putInt(keyBytes.length)
              .putInt(value.length)
              .put(keyBytes)
              .put(value)
              .flip());
      table.put(slot(hash), place + 1);
      if (++count > table.capacity() && table.capacity() < LARGEST_TABLE) {
        enlarge();
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void append(ByteBuffer entry) throws IOException {
    if (entry.remaining() > tail.remaining()) {
      flush();
    }
    if (entry.remaining() > tail.remaining()) {
      tail = ByteBuffer.allocate(entry.remaining() * 2);
    }
    tail.put(entry);
  }

  private void flush() throws IOException {
    tail.flip();
    while (tail.hasRemaining()) {
      written += entries.write(tail, written);
    }
    tail.clear();
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 15)) & (table.capacity() - 1);
  }

  private LongBuffer newTable(int slots) throws IOException {
    Path file = folder.resolve("table" + slots);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, 8L * slots).asLongBuffer();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Chains all entries anew, in a table of twice the size. */
  private void enlarge() throws IOException {
    flush();
    table = newTable(table.capacity() * 2);
    for (long place = 0; place < written; ) {
      ByteBuffer head = read(place, HEAD);
      int slot = slot(head.getInt(8));
      long length = (long) HEAD + head.getInt(12) + head.getInt(16);
      ByteBuffer next = ByteBuffer.allocate(8).putLong(0, table.get(slot));
      while (next.hasRemaining()) {
        entries.write(next, place + next.position());
      }
      table.put(slot, place + 1);
      place += length;
    }
  }

  /** Gives the values of a key, in the order in which they were added. */
  synchronized void find(String key, Consumer<byte[]> action) {
    try {
      flush();
      byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
      int hash = Arrays.hashCode(wanted);
      List<byte[]> found = new ArrayList<>();
      for (long place = table.get(slot(hash)); place != 0; ) {
        ByteBuffer head = read(place - 1, HEAD);
        long next = head.getLong(0);
        int keyLength = head.getInt(12);
        int valueLength = head.getInt(16);
        if (head.getInt(8) == hash && keyLength == wanted.length) {
          byte[] both = new byte[keyLength + valueLength];
          read(place - 1 + HEAD, both.length).get(both);
          if (Arrays.equals(both, 0, keyLength, wanted, 0, keyLength)) {
            found.add(Arrays.copyOfRange(both, keyLength, both.length));
          }
        }
        place = next;
      }
      Collections.reverse(found);
      found.forEach(action);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private ByteBuffer read(long place, int length) throws IOException {
    if (window.capacity() < length) {
      window = ByteBuffer.allocate(length * 2);
    }
    window.clear().limit(length);
    while (window.hasRemaining()) {
      if (entries.read(window, place + window.position()) < 0) {
        throw new IllegalStateException("Bug: an entry beyond the end of the file");
      }
    }
    return window.flip();
  }

  private static InputException failure(IOException e) {
    return new InputException(
        new Diagnostic(
            Location.of(System.getProperty("java.io.tmpdir")),
            "the temporary file of a join cannot be used: " + e.getMessage(),
            "the parents of a join that do not fit into its memory are kept in a file here",
            "make room there, or give joins more memory"));
  }

  @Override
  public void close() {
    try {
      entries.close();
      Files.deleteIfExists(folder.resolve("entries"));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw failure(e);
    }
  }
}
