package org.w3id.scokg.pages;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets so many answers be made at once, the first that are asked for first. More than the machine
 * has processors would only take turns on these, and all of them be late. Safe for use by many
 * threads.
 */
final class Turns {

  /** What has waited so long, in milliseconds, goes ahead: {@value}. */
  static final long PATIENCE = 100;

  private final Semaphore free;
  private final long patience;

  private Turns(int count, long patience) {
    this.free = new Semaphore(count, true);
    this.patience = patience;
  }

  /** As many as there are processors. */
  static Turns ofProcessors() {
    return new Turns(Runtime.getRuntime().availableProcessors(), PATIENCE);
  }

  /**
   * Some turns.
   *
   * @param patience how long one waits for a turn, in milliseconds. Who has one may wait in turn,
   *     for an index as an example, and must not keep those waiting who need none.
   */
  static Turns of(int count, long patience) {
    return new Turns(count, patience);
  }

  /** Does some work when it has its turn. */
  <T> T take(Supplier<T> work) {
    boolean isTaken = await();
    try {
      return work.get();
    } finally {
      if (isTaken) {
        free.release();
      }
    }
  }

  private boolean await() {
    try {
      return free.tryAcquire(patience, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
