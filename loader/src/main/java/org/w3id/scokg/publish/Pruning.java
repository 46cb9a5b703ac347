package org.w3id.scokg.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.dboe.sys.Names;
import org.jspecify.annotations.Nullable;

/**
 * Removes builds that nobody has open. Readers share the lock of a database, so who gets it alone
 * knows that there are none; it is then moved out of sight in one step, before the first file goes.
 *
 * @param builds the folder of builds
 */
record Pruning(Path builds) {

  private static final String PREFIX = ".pruned-";

  /** Removes a build, and answers whether it did. */
  boolean remove(String id) {
    Path build = builds.resolve(id);
    Path doomed = builds.resolve(PREFIX + id);
    try {
      sweep();
      Path lockFile = lockFile(build);
      if (!Files.exists(lockFile)) {
        return remove(build, doomed);
      }
      try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
        return lock(channel) != null && remove(build, doomed);
      }
    } catch (IOException | UncheckedIOException e) {
      // It stays, and is tried again with the next publication.
      return false;
    }
  }

  private static boolean remove(Path build, Path doomed) throws IOException {
    Files.move(build, doomed, StandardCopyOption.ATOMIC_MOVE);
    Staging.delete(doomed);
    return true;
  }

  /** Removes what is left of builds whose removal was cut short. */
  private void sweep() throws IOException {
    List<Path> leftovers;
    try (Stream<Path> entries = Files.list(builds)) {
      leftovers = entries.filter(p -> String.valueOf(p.getFileName()).startsWith(PREFIX)).toList();
    }
    for (Path leftover : leftovers) {
      Staging.delete(leftover);
    }
  }

  private static Path lockFile(Path build) {
    return build.resolve("database").resolve("Data-0001").resolve(Names.TDB_LOCK_FILE);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
