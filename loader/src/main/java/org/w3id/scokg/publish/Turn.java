package org.w3id.scokg.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * The right to change what is recorded of builds and which of them is the current one. One process
 * has it at a time, for a moment; the others wait. It goes with the process that has it.
 */
final class Turn {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Turn() {}

  /** Waits for the turn, and does something in it. */
  static <T> T during(Path builds, Supplier<T> work) {
    try (FileChannel file =
        FileChannel.open(
            builds.resolve(".publishing"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long start = System.nanoTime();
      while (lock(file) == null) {
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
          throw busy(builds);
        }
        pause();
      }
      return work.get();
    } catch (IOException e) {
      throw Builds.unwritable(builds, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the wait was told to stop", e);
    }
  }

  private static InputException busy(Path builds) {
    return new InputException(
        new Diagnostic(
            Location.of(String.valueOf(builds.getFileName())),
            "another publication of this project is under way",
            "one at a time changes which build is current in " + builds,
            "wait until it has ended, and try again"));
  }
}
