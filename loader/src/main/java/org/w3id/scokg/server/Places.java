package org.w3id.scokg.server;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * So many places, given first to those who take the least, and among them to who came first. The
 * last place is kept for those who take little, so that a small question need not wait for large
 * ones. Safe for many threads.
 */
final class Places {

  private final int places;
  private final double little;
  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Waiting> queue =
      new PriorityQueue<>(
          Comparator.comparingDouble(Waiting::taken).thenComparingLong(Waiting::number));
  private int occupied;
  private long number;

  /** Somebody who waits. */
  private record Waiting(double taken, long number, Condition turn) {}

  /**
   * Places that are all free.
   *
   * @param places how many there are
   * @param little who takes less than this may have the last
   */
  Places(int places, double little) {
    this.places = places;
    this.little = little;
  }

  /** Takes a place that is free and that nobody who takes less waits for. */
  boolean tryTake(double taken) {
    lock.lock();
    try {
      Waiting first = queue.peek();
      boolean free = isFree(taken) && (first == null || !isFree(first.taken));
      occupied += free ? 1 : 0;
      return free;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a place; returns whether it was had in time. */
  boolean take(double taken, Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lock();
    try {
      Waiting waiting = new Waiting(taken, number++, lock.newCondition());
      queue.add(waiting);
      try {
        while (!isFree(taken) || !waiting.equals(queue.peek())) {
          if (left <= 0) {
            return false;
          }
          left = waiting.turn.awaitNanos(left);
        }
        occupied++;
        return true;
      } finally {
        queue.remove(waiting);
        callNext();
      }
    } finally {
      lock.unlock();
    }
  }

  void giveBack() {
    lock.lock();
    try {
      occupied--;
      callNext();
    } finally {
      lock.unlock();
    }
  }

  /** Whether so many wait. */
  boolean isAwaitedBy(int many) {
    lock.lock();
    try {
      return queue.size() == many;
    } finally {
      lock.unlock();
    }
  }

  private void callNext() {
    Waiting next = queue.peek();
    if (next != null && isFree(next.taken)) {
      next.turn.signal();
    }
  }

  private boolean isFree(double taken) {
    return occupied < (taken < little || places == 1 ? places : places - 1);
  }
}
