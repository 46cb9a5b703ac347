package org.w3id.scokg.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * A directory in which a build is made, and which vanishes unless the build is finished: also when
 * the process is told to stop; and where it was killed outright, at the start of the next build.
 */
public final class Staging implements AutoCloseable {

  private static final long SHUTDOWN_PATIENCE_SECONDS = 2;

  /** What a build that is made again has its former directory called for a moment. */
  private static final String OLD_PREFIX = Builds.STAGING_PREFIX + "old-";

  private final Builds builds;
  private final Path directory;
  private final FileChannel lockFile;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread cleaner;

  private Staging(Builds builds, Path directory, FileChannel lockFile) {
    this.builds = builds;
    this.directory = directory;
    this.lockFile = lockFile;
    Thread owner = Thread.currentThread();
    this.cleaner = new Thread(() -> stop(owner), "staging-cleaner");
    Runtime.getRuntime().addShutdownHook(cleaner);
  }

  static Staging open(Builds builds) {
    Path root = builds.directory();
    try {
      Files.createDirectories(root);
      FileChannel lockFile =
          FileChannel.open(
              root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!tryLock(lockFile)) {
        lockFile.close();
        throw busy(root);
      }
      sweep(root);
      Path directory =
          Files.createDirectory(
              root.resolve(Builds.STAGING_PREFIX + ProcessHandle.current().pid()));
      return new Staging(builds, directory, lockFile);
    } catch (IOException e) {
      throw Builds.unwritable(root, e);
    }
  }

  /** Where the files of the build go. */
  public Path directory() {
    return directory;
  }

  /**
   * Finishes the build: moves it to its place under its id, replacing an older build of that id.
   *
   * @return the finished build
   * @throws InputException if it cannot be moved
   */
  public Path finish(String id) {
    return Turn.during(builds.directory(), () -> moveTo(builds.directory().resolve(id), id));
  }

  private Path moveTo(Path target, String id) {
    try {
      Path old = builds.directory().resolve(OLD_PREFIX + id);
      builds.record(History.Change.BUILT, id);
      if (Files.exists(target)) {
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(directory, target, StandardCopyOption.ATOMIC_MOVE);
      delete(old);
      return target;
    } catch (IOException e) {
      throw Builds.unwritable(builds.directory(), e);
    }
  }

  /** The problem of a build that cannot be written. */
  InputException unwritable(IOException e) {
    return Builds.unwritable(builds.directory(), e);
  }

  /** Removes what is not finished and lets others build. */
  @Override
  public void close() {
    try {
      delete(directory);
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      closed.countDown();
      removeCleaner();
    }
  }

  private void removeCleaner() {
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      // The process is shutting down, and the hook is what runs.
    }
  }

  /** Runs when the process is told to stop: ends the work and leaves nothing half-made. */
  private void stop(Thread owner) {
    owner.interrupt();
    try {
      if (!closed.await(SHUTDOWN_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        // Moved away first, so that threads that still write cannot add to what is being deleted.
        Path stopped = directory.resolveSibling(directory.getFileName() + "-stopped");
        Files.move(directory, stopped, StandardCopyOption.ATOMIC_MOVE);
        delete(stopped);
      }
    } catch (InterruptedException | IOException e) {
      // What is left is swept by the next build.
    }
  }

  private static boolean tryLock(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static InputException busy(Path root) {
    return new InputException(
        new Diagnostic(
            Location.of(String.valueOf(root.getFileName())),
            "another build of this project is under way",
            "one build at a time writes to " + root,
            "wait until it has ended, and build again"));
  }

  /** Removes what killed builds have left. Safe because the lock is held. */
  private static void sweep(Path root) throws IOException {
    List<Path> leftovers;
    try (Stream<Path> entries = Files.list(root)) {
      leftovers =
          entries
              .filter(p -> String.valueOf(p.getFileName()).startsWith(Builds.STAGING_PREFIX))
              .toList();
    }
    for (Path leftover : leftovers) {
      if (!putBack(leftover)) {
        delete(leftover);
      }
    }
  }

  /** A build that was to be replaced, by one that was then killed, is a build still. */
  private static boolean putBack(Path leftover) throws IOException {
    String name = String.valueOf(leftover.getFileName());
    if (!name.startsWith(OLD_PREFIX)) {
      return false;
    }
    Path target = leftover.resolveSibling(name.substring(OLD_PREFIX.length()));
    if (Files.exists(target)) {
      return false;
    }
    Files.move(leftover, target, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  static void delete(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
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
}
