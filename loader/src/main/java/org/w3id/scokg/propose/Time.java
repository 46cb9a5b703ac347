package org.w3id.scokg.propose;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;

/** The time, which passes by itself or as a test says. */
interface Time {

  /** The time of this machine. */
  Time OF_MACHINE =
      new Time() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void pass(Duration span) {
          try {
            Thread.sleep(Math.max(0, span.toMillis()));
          } catch (InterruptedException e) {
            throw interrupted(e);
          }
        }
      };

  /** What time it is. */
  Instant now();

  /** Waits; no time at all if the span is negative. */
  void pass(Duration span);

  /** Ends the work of a thread that was told to stop, and leaves it told so. */
  static CancellationException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    CancellationException cancelled = new CancellationException("interrupted");
    cancelled.initCause(cause);
    return cancelled;
  }
}
