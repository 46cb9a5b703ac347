package org.w3id.scokg.guard;

import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.sparql.engine.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * How long a query may take, in milliseconds.
 *
 * @param first to its first row
 * @param all in all
 */
public record Patience(long first, long all) {

  /** How long a query may take where nothing sets it. */
  private static final long LONGEST = TimeUnit.DAYS.toMillis(1);

  /**
   * What is set, which whoever asks may only make less.
   *
   * @param set milliseconds to the first row and in all, or only in all
   * @param asked the same in seconds, as a request has it
   * @throws IllegalArgumentException if what is asked is no time
   */
  public static Patience of(@Nullable String set, @Nullable String asked) {
    Patience most = parse(set, TimeUnit.MILLISECONDS);
    Patience less = parse(asked, TimeUnit.SECONDS);
    return new Patience(Math.min(most.first, less.first), Math.min(most.all, less.all));
  }

  private static Patience parse(@Nullable String text, TimeUnit unit) {
    if (text == null) {
      return new Patience(LONGEST, LONGEST);
    }
    Pair<Long, Long> times = Timeouts.parseTimeoutStr(text, unit);
    if (times == null) {
      throw new IllegalArgumentException("'" + text + "' is not a time");
    }
    return new Patience(bounded(times.getLeft()), bounded(times.getRight()));
  }

  private static long bounded(long millis) {
    return millis <= 0 ? LONGEST : Math.min(millis, LONGEST);
  }
}
