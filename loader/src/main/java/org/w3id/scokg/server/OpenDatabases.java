package org.w3id.scokg.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The databases that a server has open, each once however many of its generations use it: a second
 * channel to a lock file would, when it is closed, take the first one's lock along (that is how
 * POSIX has it). Safe for use by many threads.
 */
final class OpenDatabases {

  private final Map<Object, Entry> open = new HashMap<>();

  private static final class Entry {
    private final ReadOnlyDatabase database;
    private int uses;

    Entry(ReadOnlyDatabase database) {
      this.database = database;
    }
  }

  /** A use of a database, until it is closed. */
  final class Use implements AutoCloseable {
    private final Object key;
    private final Entry entry;

    private Use(Object key, Entry entry) {
      this.key = key;
      this.entry = entry;
      entry.uses++;
    }

    /** The database's content. */
    DatasetGraph dataset() {
      return entry.database.dataset();
    }

    @Override
    public void close() {
      synchronized (open) {
        entry.uses--;
        if (entry.uses == 0) {
          open.remove(key);
          entry.database.close();
        }
      }
    }
  }

  /**
   * Opens a database, or uses it once more.
   *
   * @param directory where it is
   * @param name the path as messages should show it
   * @param setting sets up a database that was not open before
   * @throws org.w3id.scokg.diagnostic.InputException if it cannot be opened
   */
  Use use(Path directory, String name, Consumer<DatasetGraph> setting) {
    synchronized (open) {
      Object key = ReadOnlyDatabase.identity(directory, name);
      Entry entry = open.get(key);
      if (entry == null) {
        entry = new Entry(ReadOnlyDatabase.open(directory, name));
        setting.accept(entry.database.dataset());
        open.put(key, entry);
      }
      return new Use(key, entry);
    }
  }

  /** Whether a database is open. */
  boolean uses(Path directory) {
    synchronized (open) {
      return open.containsKey(ReadOnlyDatabase.identity(directory, directory.toString()));
    }
  }
}
