package org.w3id.scokg.publish;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells when another build has become the current one. The file system says so where it can, and in
 * case it cannot (network file systems do not tell of what other machines do), the link is looked
 * at from time to time. For one thread.
 */
public final class Watch implements AutoCloseable {

  /** How long a change may go unnoticed where the file system does not tell. */
  static final Duration POLL = Duration.ofSeconds(2);

  private final Builds builds;
  private final @Nullable WatchService events;
  private Optional<Path> seen;

  private Watch(Builds builds, @Nullable WatchService events) {
    this.builds = builds;
    this.events = events;
    this.seen = builds.current();
  }

  /** Watches a folder of builds from now on. */
  public static Watch over(Builds builds) {
    return new Watch(builds, events(builds.directory()));
  }

  private static @Nullable WatchService events(Path directory) {
    try {
      WatchService events = directory.getFileSystem().newWatchService();
      directory.register(
          events, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      return events;
    } catch (IOException | UnsupportedOperationException e) {
      // Linux lends each user few watches, and they may be gone: polling is enough.
      return null;
    }
  }

  /**
   * Waits until the current build is another than it was when this was last told.
   *
   * @throws InterruptedException if the thread is told to stop
   */
  public Path next() throws InterruptedException {
    Optional<Path> current = builds.current();
    while (current.isEmpty() || current.equals(seen)) {
      pause();
      current = builds.current();
    }
    seen = current;
    return current.get();
  }

  private void pause() throws InterruptedException {
    if (events == null) {
      Thread.sleep(POLL.toMillis());
      return;
    }
    try {
      WatchKey key = events.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
      if (key != null) {
        key.pollEvents();
        key.reset();
      }
    } catch (ClosedWatchServiceException e) {
      throw (InterruptedException) new InterruptedException("the watch was ended").initCause(e);
    }
  }

  /** Ends the watch, and whoever waits for it. */
  @Override
  public void close() {
    try {
      if (events != null) {
        events.close();
      }
    } catch (IOException e) {
      // What cannot be closed goes with the process.
    }
  }
}
