package org.w3id.scokg.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.params.StoreParamsCodec;
import org.apache.jena.tdb2.params.StoreParamsFactory;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.TDB2StorageBuilder;
import org.apache.jena.tdb2.sys.DatabaseOps;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.store.UnionLayout;
import org.w3id.scokg.text.TextIndex;

/**
 * A finished TDB2 database, open for reading beside other processes that read it too.
 *
 * <p>TDB2's own front door takes an exclusive lock, so that a second process cannot even read what
 * a first one serves. A published build never changes, so here the storage is opened by itself and
 * the readers <em>share</em> TDB2's lock file: any number of them may read, and as long as one does
 * no writer gets in, neither TDB2's own tools nor another build. A reader in turn is refused while
 * a writer holds the lock.
 *
 * <p>Opening leaves the content of every file as it was. (TDB2 writes the few bytes of state it has
 * read back to where they were, so the directory must be writable.) Safe for use by many threads,
 * each within its own read transaction.
 */
public final class ReadOnlyDatabase implements AutoCloseable {

  /** Is true in the context of a database whose default graph has what the named graphs have. */
  static final Symbol HOLDS_UNION = Symbol.create("urn:x-scokg:holdsUnion");

  private static final Symbol FOLDER = Symbol.create("urn:x-scokg:databaseFolder");

  private final DatasetGraphTDB storage;
  private final DatasetGraph dataset;
  private final FileChannel lock;
  private final Optional<TextIndex> text;

  private ReadOnlyDatabase(
      DatasetGraphTDB storage, Path area, FileChannel lock, Optional<TextIndex> text) {
    this.storage = storage;
    storage.getContext().set(FOLDER, area.resolveSibling(".").normalize());
    this.dataset = new DatasetGraphReadOnly(storage);
    this.lock = lock;
    this.text = text;
    text.ifPresent(index -> index.serve(storage));
    // Nobody who can send a query may make this process send requests. Whoever opens the database
    // may decide otherwise, by setting the same symbol in the dataset's context.
    storage.getContext().set(ARQ.httpServiceAllowed, false);
  }

  /**
   * Opens a database that is complete.
   *
   * @param directory where it is; links are followed once, now
   * @param name the path as messages should show it
   * @throws InputException if there is none, it is damaged or unfinished, or a process is writing
   * @throws IllegalStateException if this process has it open already
   */
  public static ReadOnlyDatabase open(Path directory, String name) {
    JenaSystem.init();
    DatabaseProblems problems = new DatabaseProblems(name);
    Path area = storageArea(directory, problems);
    FileChannel lock = lock(area.resolve(Names.TDB_LOCK_FILE), problems);
    try {
      DatasetGraphTDB storage = storage(directory, area, problems);
      return new ReadOnlyDatabase(storage, area, lock, text(directory, storage, problems));
    } catch (InputException e) {
      close(lock);
      throw e;
    }
  }

  /** The folder of the database that a dataset is the content of; empty for other datasets. */
  public static Optional<Path> folder(DatasetGraph dataset) {
    return Optional.ofNullable(dataset.getContext().get(FOLDER));
  }

  /** The text index that was built beside a database. */
  private static Optional<TextIndex> text(
      Path directory, DatasetGraphTDB storage, DatabaseProblems problems) {
    try {
      return TextIndex.open(directory.toRealPath().resolveSibling("text"));
    } catch (IOException e) {
      storage.shutdown();
      throw problems.unreadable(e);
    } catch (RuntimeException e) {
      // Lucene, too, tells damage in many ways.
      storage.shutdown();
      throw problems.damaged(e);
    }
  }

  /**
   * What tells a database from all others, whatever paths lead to it, as long as it is open.
   *
   * @param directory where it is
   * @param name the path as messages should show it
   * @throws InputException if there is no database
   */
  static Object identity(Path directory, String name) {
    DatabaseProblems problems = new DatabaseProblems(name);
    Path file = storageArea(directory, problems).resolve(Names.TDB_LOCK_FILE);
    try {
      // Nobody gets the key of a file that is open, even if it has been deleted meanwhile.
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return key == null ? file.toRealPath() : key;
    } catch (IOException e) {
      throw problems.unreadable(e);
    }
  }

  /**
   * The content. It refuses to be changed, denies {@code SERVICE}, and gives queries the union of
   * the named graphs as their default graph, unless told otherwise.
   */
  public DatasetGraph dataset() {
    return dataset;
  }

  /** Whether it answers the least there is to ask. */
  public boolean answers() {
    return answers(dataset);
  }

  static boolean answers(DatasetGraph dataset) {
    try {
      return Txn.calculateRead(
          dataset,
          () -> {
            try (QueryExec ask = QueryExec.dataset(dataset).query("ASK { ?s ?p ?o }").build()) {
              ask.ask();
              return true;
            }
          });
    } catch (RuntimeException e) {
      // TDB2 tells what it cannot read by a dozen unrelated exceptions.
      return false;
    }
  }

  /** Closes the files and lets writers in again. Transactions must have ended. */
  @Override
  public void close() {
    text.ifPresent(TextIndex::close);
    storage.shutdown();
    close(lock);
  }

  /** The newest of the numbered directories that TDB2 keeps a database's versions in. */
  private static Path storageArea(Path directory, DatabaseProblems problems) {
    if (!Files.isDirectory(directory)) {
      throw problems.missing();
    }
    try {
      Path area = DatabaseOps.findStorageLocation(directory.toRealPath());
      if (area == null) {
        throw problems.damaged("it has no directory 'Data-0001'");
      }
      return area;
    } catch (IOException e) {
      throw problems.unreadable(e);
    }
  }

  private static FileChannel lock(Path file, DatabaseProblems problems) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      @SuppressWarnings("resource") // The lock is the channel's, and goes when that is closed.
      FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true);
      if (shared == null) {
        close(channel);
        throw problems.beingWritten(Files.readString(file).strip());
      }
      return channel;
    } catch (OverlappingFileLockException e) {
      throw new IllegalStateException("'" + file + "' must not be opened twice by one process", e);
    } catch (IOException e) {
      throw problems.unreadable(e);
    }
  }

  private static DatasetGraphTDB storage(Path directory, Path area, DatabaseProblems problems) {
    Location location = Location.create(area);
    try {
      StoreParams params = params(Location.create(directory), location);
      requireFiles(area, params, problems);
      DatasetGraphTDB storage =
          TDB2StorageBuilder.build(
              location, params, DatabaseOps.chooseReorderTransformation(location));
      boolean holdsUnion = UnionLayout.isOf(directory);
      storage.getContext().set(HOLDS_UNION, holdsUnion);
      storage.getContext().set(TDB2.symUnionDefaultGraph, !holdsUnion);
      Txn.executeRead(storage, () -> touch(storage));
      return storage;
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException e) {
      // TDB2 tells damage by a dozen unrelated exceptions, down to an index out of bounds.
      throw problems.damaged(e);
    }
  }

  /** What {@link DatabaseOps} would decide for a database that exists. */
  private static StoreParams params(Location container, Location storage) {
    return StoreParamsFactory.decideStoreParams(
        storage,
        false,
        null,
        StoreParamsCodec.read(container),
        StoreParamsCodec.read(storage),
        StoreParams.getDftStoreParams());
  }

  /** TDB2 makes files it misses, empty ones: a lost index would read as an empty graph. */
  private static void requireFiles(Path area, StoreParams params, DatabaseProblems problems) {
    List<String> nodes = List.of(params.getNodeTableBaseName(), params.getPrefixTableBaseName());
    Stream<String> trees =
        Stream.of(params.getTripleIndexes(), params.getQuadIndexes(), params.getPrefixIndexes())
            .flatMap(Stream::of);
    Stream.concat(
            Stream.concat(trees, nodes.stream())
                .flatMap(tree -> Stream.of(tree + ".bpt", tree + ".dat", tree + ".idn")),
            nodes.stream().flatMap(node -> Stream.of(node + "-data.obj", node + "-data.bdf")))
        .filter(file -> !Files.exists(area.resolve(file)))
        .findFirst()
        .ifPresent(
            file -> {
              throw problems.damaged("the file '" + file + "' is missing");
            });
    requireEmptyJournal(area.resolve(Names.journalFile), problems);
  }

  /** A journal that holds something would be replayed, which is to write. */
  private static void requireEmptyJournal(Path journal, DatabaseProblems problems) {
    try {
      if (!Files.isWritable(Files.exists(journal) ? journal : journal.resolveSibling("."))) {
        throw new AccessDeniedException("it is read-only");
      }
      if (Files.exists(journal) && Files.size(journal) > 0) {
        throw problems.damaged("its journal holds a change that was not finished");
      }
    } catch (IOException e) {
      throw problems.unreadable(e);
    }
  }

  /** Reads one statement, so that gross damage is found now and not by the first query. */
  private static void touch(DatasetGraph dataset) {
    Iterator<Quad> all = dataset.find();
    if (all.hasNext()) {
      all.next();
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
