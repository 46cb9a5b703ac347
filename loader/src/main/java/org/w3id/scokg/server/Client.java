package org.w3id.scokg.server;

import java.util.function.LongSupplier;

/**
 * What one client has begun. It has so many queries in a row, which come back with time. Safe for
 * many threads.
 */
final class Client {

  private static final long SECOND = 1_000_000_000L;

  private final Bounds.Turns turns;
  private final LongSupplier clock;
  private int underWay;
  private double spent;
  private double executed;
  private long spentAt;
  private double left;
  private long seen;

  /**
   * A client that has begun nothing.
   *
   * @param turns what it may begin
   * @param clock a time in nanoseconds
   */
  Client(Bounds.Turns turns, LongSupplier clock) {
    this.turns = turns;
    this.clock = clock;
    this.left = turns.inARow();
    this.seen = clock.getAsLong();
    this.spentAt = seen;
  }

  /** Begins a query, or refuses it. */
  synchronized void begin() {
    if (underWay >= turns.perClient()) {
      throw tooMany("too many queries of this client are under way", Setting.QUERIES_PER_CLIENT, 1);
    }
    long now = clock.getAsLong();
    left = Math.min(turns.inARow(), left + (now - seen) / (double) SECOND * turns.perSecond());
    seen = now;
    if (left < 1) {
      throw tooMany(
          "this client asks too often",
          Setting.QUERIES_PER_SECOND,
          (int) Math.ceil((1 - left) / turns.perSecond()));
    }
    left--;
    underWay++;
  }

  /** Notes that a query of this client was executed for so long. */
  synchronized void spend(long nanos) {
    cost();
    spent += nanos;
    executed++;
  }

  /**
   * How long its queries take, in nanoseconds, as far as is known: of whom nothing is, they take a
   * second. Half of what is known is forgotten in a minute.
   */
  synchronized double cost() {
    long now = clock.getAsLong();
    double kept = Math.pow(0.5, (now - spentAt) / (60.0 * SECOND));
    spent *= kept;
    executed *= kept;
    spentAt = now;
    return (spent + SECOND) / (executed + 1);
  }

  synchronized void end() {
    underWay--;
  }

  private static Refused tooMany(String title, Setting setting, int seconds) {
    return new Refused(
        Problem.of(
            429,
            "client",
            title,
            "Ask again after %d s, and less at once; %s sets the bound."
                .formatted(seconds, setting.key())),
        seconds);
  }
}
