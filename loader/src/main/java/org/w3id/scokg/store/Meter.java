package org.w3id.scokg.store;

import java.util.concurrent.atomic.AtomicLong;

/** Adds up how far a phase of a load is, and tells. */
final class Meter {

  /** It is told so often: each time so many were done. */
  static final int MASK = (1 << 18) - 1;

  private final LoadProgress progress;
  private final LoadProgress.Phase phase;
  private final long total;
  private final AtomicLong done = new AtomicLong();

  Meter(LoadProgress progress, LoadProgress.Phase phase, long total) {
    this.progress = progress;
    this.phase = phase;
    this.total = total;
  }

  void advance(long more) {
    progress.at(phase, done.addAndGet(more), total);
  }
}
