package org.w3id.scokg.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * A database that is made beside its place, in a directory whose name says that it is unfinished,
 * and moved there when all of it is on the disk. It vanishes unless it is finished: also when the
 * process is told to stop, and where it was killed outright, when the same database is made again.
 */
public final class UnfinishedDatabase implements AutoCloseable {

  private static final String ENDING = ".unfinished";
  private static final String DATABASE = "database";
  private static final String LOCK = "lock";

  private final Path target;
  private final Path directory;
  private final FileChannel lock;
  private final Thread cleaner = new Thread(this::abandon, "database-cleaner");
  private @Nullable BulkLoader loader;

  private UnfinishedDatabase(Path target, Path directory, FileChannel lock) {
    this.target = target;
    this.directory = directory;
    this.lock = lock;
    Runtime.getRuntime().addShutdownHook(cleaner);
  }

  /**
   * Begins a database.
   *
   * @param target where it will be, and where nothing is yet
   * @throws InputException if something is there, another process makes the same database, or
   *     nothing can be written
   */
  public static UnfinishedDatabase at(Path target, LoadOptions options) {
    Path whole = target.toAbsolutePath().normalize();
    if (Files.exists(whole)) {
      throw taken(target);
    }
    Path directory = whole.resolveSibling(whole.getFileName() + ENDING);
    try {
      if (Files.notExists(directory)) {
        Files.createDirectory(directory);
      }
      FileChannel lock = lock(directory, target);
      sweep(directory);
      UnfinishedDatabase database = new UnfinishedDatabase(target, directory, lock);
      database.begin(options);
      return database;
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  private void begin(LoadOptions options) {
    try {
      loader = BulkLoader.into(directory.resolve(DATABASE), options);
    } catch (UncheckedIOException e) {
      close();
      throw unwritable(Objects.requireNonNull(e.getCause()));
    }
  }

  /** Takes the statements. */
  public BulkLoader loader() {
    return Objects.requireNonNull(loader);
  }

  private static FileChannel lock(Path directory, Path target) throws IOException {
    FileChannel file =
        FileChannel.open(
            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock held = file.tryLock();
      if (held != null) {
        return file;
      }
    } catch (OverlappingFileLockException e) {
      // This process makes it already.
    }
    file.close();
    throw busy(target, directory);
  }

  /** Removes what a killed process has left. Safe because the lock is held. */
  private static void sweep(Path directory) throws IOException {
    delete(directory.resolve(DATABASE));
  }

  private static void delete(Path root) throws IOException {
    if (Files.notExists(root)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(root)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }

  /**
   * Finishes the database and moves it to its place.
   *
   * @throws InputException if it cannot be written
   */
  public LoadReport finish() {
    try {
      LoadReport report = loader().finish();
      Files.move(directory.resolve(DATABASE), target, StandardCopyOption.ATOMIC_MOVE);
      Forcing.forceDirectory(directory.resolveSibling("."));
      return report;
    } catch (IOException e) {
      throw unwritable(e);
    } catch (UncheckedIOException e) {
      throw unwritable(Objects.requireNonNull(e.getCause()));
    }
  }

  /** What a failure to load is to the user; other failures are left as they are. */
  public RuntimeException failure(RuntimeException e) {
    if (e instanceof TooManyTermsException) {
      return problem(
          target,
          "there are more than 2 147 483 647 different terms",
          "each different term has a number of 31 bits while a database is made",
          "make several databases");
    }
    return Optional.of(e)
        .filter(UncheckedIOException.class::isInstance)
        .map(Throwable::getCause)
        .filter(IOException.class::isInstance)
        .map(IOException.class::cast)
        .<RuntimeException>map(this::unwritable)
        .orElse(e);
  }

  /** What it is to the user that the heap is full. */
  public InputException outOfMemory(OutOfMemoryError e) {
    InputException exception =
        problem(
            target,
            "the memory is not enough to make the database",
            "the heap may take "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MiB, of which the mapping needs some",
            "give the load less by --memory, or the program more by JAVA_TOOL_OPTIONS=-Xmx…");
    exception.initCause(e);
    return exception;
  }

  private InputException unwritable(IOException e) {
    return unwritable(target, e);
  }

  private static InputException unwritable(Path target, IOException e) {
    String reason = String.valueOf(e.getMessage());
    if (e instanceof NoSuchFileException) {
      reason = "its folder is not there";
    } else if (e instanceof AccessDeniedException) {
      reason = "permission denied";
    } else if (e instanceof FileSystemException f && f.getReason() != null) {
      reason = f.getReason();
    }
    InputException exception =
        problem(
            target,
            "the database cannot be written: " + reason,
            "it is made in a directory beside its place, and so are temporary files",
            "make room, or let it be written to; nothing is left of it");
    exception.initCause(e);
    return exception;
  }

  private static InputException taken(Path target) {
    return problem(
        target,
        "there is something at the place of the database",
        "a database is made of nothing; what is there is not touched",
        "choose another place, or remove what is there");
  }

  private static InputException busy(Path target, Path directory) {
    return problem(
        target,
        "another process makes this database",
        directory.getFileName() + " is locked",
        "wait until it has ended, or choose another place");
  }

  private static InputException problem(Path target, String what, String why, String fix) {
    return new InputException(new Diagnostic(Location.of(target.toString()), what, why, fix));
  }

  /** Runs when the process is told to stop. What still writes writes to files without names. */
  private void abandon() {
    try {
      delete(directory);
    } catch (IOException e) {
      // What is left is swept when the database is made again.
    }
  }

  /** Removes what is not finished. */
  @Override
  public void close() {
    try {
      if (loader != null) {
        loader.close();
      }
    } finally {
      abandon();
      removeCleaner();
      closeLock();
    }
  }

  private void closeLock() {
    try {
      lock.close();
    } catch (IOException e) {
      // It is gone with the process.
    }
  }

  private void removeCleaner() {
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      // The process is shutting down, and the hook is what runs.
    }
  }
}
