package org.w3id.scokg.draw;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days that a date of any precision may stand for.
 *
 * @param first the first of them
 * @param last the last of them
 */
public record Days(LocalDate first, LocalDate last) {

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)(?:T.*)?)?)?(?:Z|[+-]\\d\\d:\\d\\d)?");

  /** The days of a year, a month or a day as XML Schema writes them; empty for anything else. */
  public static Optional<Days> of(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(date.group(1));
      if (date.group(2) == null) {
        return Optional.of(new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(date.group(2)));
      if (date.group(3) == null) {
        return Optional.of(new Days(month.atDay(1), month.atEndOfMonth()));
      }
      LocalDate day = month.atDay(Integer.parseInt(date.group(3)));
      return Optional.of(new Days(day, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether it is one day. */
  boolean isExact() {
    return first.equals(last);
  }
}
