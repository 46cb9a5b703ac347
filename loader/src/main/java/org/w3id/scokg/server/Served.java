package org.w3id.scokg.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generation that a server answers new requests from. When another one takes its place, the
 * requests that run on it end in peace, within a time; then it is closed. Safe for use by many
 * threads.
 */
final class Served implements AutoCloseable, Serving {

  private static final Logger LOG = LoggerFactory.getLogger(Served.class);

  /** How long a request that was told to stop may take to. */
  private static final Duration LAST_MOMENT = Duration.ofSeconds(5);

  private final Duration patience;
  private final List<Thread> drains = new ArrayList<>();
  private volatile @Nullable Generation current;

  /** Serves nothing yet, and will let requests of former generations go on for a while. */
  Served(Duration patience) {
    this.patience = patience;
  }

  /** Lets the request of this thread in, to be ended by {@link Requests#leave}. */
  Optional<Generation> enter() {
    Generation generation = current;
    while (generation != null && !generation.requests().enter()) {
      Generation next = current;
      // It closes after another one took its place; the last one closes with the server.
      generation = next == generation ? null : next;
    }
    return Optional.ofNullable(generation);
  }

  /** The generation that new requests are answered from. */
  Generation current() {
    Generation generation = current;
    if (generation == null) {
      throw new IllegalStateException("Bug: nothing is served yet");
    }
    return generation;
  }

  @Override
  public String build() {
    return current().id();
  }

  @Override
  public boolean answers() {
    Optional<Generation> entered = enter();
    try {
      return entered.isPresent() && entered.get().answers();
    } finally {
      entered.ifPresent(generation -> generation.requests().leave());
    }
  }

  /** Answers new requests from a generation, and closes the one before when its requests end. */
  synchronized void switchTo(Generation next) {
    Generation former = current;
    current = next;
    if (former != null) {
      former.requests().close();
      Thread drain = new Thread(() -> drain(former), "drain-" + former.id());
      drains.removeIf(thread -> !thread.isAlive());
      drains.add(drain);
      drain.setDaemon(true);
      drain.start();
    }
  }

  private void drain(Generation former) {
    if (!former.requests().awaitEnd(patience)) {
      int stopped = former.requests().stop();
      LOG.warn(
          "{} requests ran for more than {} s on build {}, which is served no more; they are stopped",
          stopped,
          patience.toSeconds(),
          former.id());
      former.requests().awaitEnd(LAST_MOMENT);
    }
    try {
      former.close();
    } catch (RuntimeException e) {
      LOG.error("Build {} could not be closed", former.id(), e);
    }
  }

  /** Waits until former generations are closed. */
  void awaitDrained() throws InterruptedException {
    List<Thread> waitFor;
    synchronized (this) {
      waitFor = List.copyOf(drains);
    }
    for (Thread drain : waitFor) {
      drain.join();
    }
  }

  /** Closes everything. The server must take no more requests. */
  @Override
  public void close() {
    Generation last;
    List<Thread> waitFor;
    synchronized (this) {
      last = current;
      waitFor = List.copyOf(drains);
    }
    waitFor.forEach(Served::end);
    if (last != null) {
      last.requests().close();
      if (!last.requests().awaitEnd(LAST_MOMENT)) {
        last.requests().stop();
        last.requests().awaitEnd(LAST_MOMENT);
      }
      last.close();
    }
  }

  private static void end(Thread drain) {
    try {
      drain.join(LAST_MOMENT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
