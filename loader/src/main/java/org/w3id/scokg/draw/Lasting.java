package org.w3id.scokg.draw;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How long something holds, as far as sources tell.
 *
 * @param start when it begins
 * @param end when it ends, that day included; empty while it goes on, and where no source tells
 * @param firstKnown the first time that a source knows it to hold, for what has no start
 * @param lastKnown the last such time
 */
public record Lasting(
    Optional<Days> start, Optional<Days> end, Optional<Days> firstKnown, Optional<Days> lastKnown) {

  /** Whether something holds on a day. */
  public enum Answer {
    /** It does not, or no source tells. */
    NO,
    /** It may: the day lies within a date that is not exact, or after the last that is known. */
    PERHAPS,
    /** It does. */
    YES
  }

  /** Whether it holds on a day. */
  public Answer on(LocalDate day) {
    if (begin().filter(days -> day.isBefore(days.first())).isPresent()
        || end.filter(days -> day.isAfter(days.last())).isPresent()) {
      return Answer.NO;
    }
    boolean isWithinStart =
        start.filter(days -> !days.isExact() && !day.isAfter(days.last())).isPresent();
    boolean isWithinEnd =
        end.filter(days -> !days.isExact() && !day.isBefore(days.first())).isPresent();
    boolean isAfterLastKnown =
        start.isEmpty()
            && end.isEmpty()
            && lastKnown.filter(days -> day.isAfter(days.last())).isPresent();
    return isWithinStart || isWithinEnd || isAfterLastKnown ? Answer.PERHAPS : Answer.YES;
  }

  /** The days on which that changes. */
  public NavigableSet<LocalDate> changes() {
    NavigableSet<LocalDate> changes = new TreeSet<>();
    Stream.of(start, end, firstKnown, lastKnown)
        .flatMap(Optional::stream)
        .flatMap(days -> Stream.of(days.first(), days.last().plusDays(1)))
        .filter(day -> on(day) != on(day.minusDays(1)))
        .forEach(changes::add);
    return changes;
  }

  /** When it begins or, where no source tells that, is known to hold. */
  public Optional<Days> begin() {
    return start.isPresent() ? start : firstKnown;
  }

  /** When it ends or, where no source tells that, was last known to hold. */
  public Optional<Days> finish() {
    return end.isPresent() || start.isPresent() ? end : lastKnown;
  }
}
