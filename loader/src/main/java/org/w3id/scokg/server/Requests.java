package org.w3id.scokg.server;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * The requests that are being answered from a generation, each by the thread that answers it. Safe
 * for use by many threads.
 */
final class Requests {

  private final Set<Thread> running = new HashSet<>();
  private boolean open = true;
  private boolean stopped;

  /** Lets the request of this thread in; false if no more are. */
  synchronized boolean enter() {
    if (open) {
      running.add(Thread.currentThread());
    }
    return open;
  }

  /** Ends the request of this thread. */
  synchronized void leave() {
    running.remove(Thread.currentThread());
    if (stopped) {
      // What this request was told must not reach the next one that the thread answers.
      Thread.interrupted();
    }
    notifyAll();
  }

  /** Lets no more requests in. */
  synchronized void close() {
    open = false;
  }

  /**
   * Waits until all requests have ended.
   *
   * @return whether they have, within the time
   */
  synchronized boolean awaitEnd(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    boolean interrupted = false;
    long left = patience.toMillis();
    while (!running.isEmpty() && left > 0) {
      try {
        wait(left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return running.isEmpty();
  }

  /** Tells the requests that still run to stop: one that waits for its client then does. */
  synchronized int stop() {
    stopped = true;
    running.forEach(Thread::interrupt);
    return running.size();
  }
}
