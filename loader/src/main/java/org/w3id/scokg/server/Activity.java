package org.w3id.scokg.server;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What a server has done since it was started, for whoever operates it. Safe for many threads. */
public final class Activity {

  /** How a query ended. */
  public enum Outcome {
    /** It was answered. */
    ANSWERED,
    /** It was answered with what an earlier one was. */
    ANSWERED_FROM_CACHE,
    /** It was wrong, or asked for what is not allowed. */
    REFUSED,
    /** It came to one of its bounds. */
    STOPPED,
    /** It was not begun, since its client or all clients together asked for too much. */
    REJECTED,
    /** It failed by our mistake. */
    FAILED
  }

  private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
  private final LongAdder running = new LongAdder();
  private final LongAdder waiting = new LongAdder();

  /** Begins with nothing done. */
  public Activity() {
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, new LongAdder());
    }
  }

  /** Counts a query that has ended. */
  public void count(Outcome outcome) {
    adder(outcome).increment();
  }

  /** How many queries have ended so. */
  public long ended(Outcome outcome) {
    return adder(outcome).sum();
  }

  private LongAdder adder(Outcome outcome) {
    LongAdder adder = outcomes.get(outcome);
    if (adder == null) {
      throw new IllegalStateException("Bug: no counter for " + outcome);
    }
    return adder;
  }

  /** Counts one more query that runs, or with -1 one less. */
  public void running(int change) {
    running.add(change);
  }

  /** How many queries run. */
  public long running() {
    return running.sum();
  }

  /** Counts one more query that waits for its turn, or with -1 one less. */
  public void waiting(int change) {
    waiting.add(change);
  }

  /** How many queries wait for their turn. */
  public long waiting() {
    return waiting.sum();
  }
}
