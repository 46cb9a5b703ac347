package org.w3id.scokg.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates of any precision, and what holds on a day. */
class LastingTest {

  private static Optional<Days> days(@Nullable String text) {
    return text == null ? Optional.empty() : Days.of(text);
  }

  private static Lasting lasting(
      @Nullable String start, @Nullable String end, @Nullable String first, @Nullable String last) {
    return new Lasting(days(start), days(end), days(first), days(last));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2021, 2021-01-01, 2021-12-31",
    "2024-02, 2024-02-01, 2024-02-29",
    "2017-06-09, 2017-06-09, 2017-06-09",
    "2017-06-09Z, 2017-06-09, 2017-06-09",
    "2017-06+05:00, 2017-06-01, 2017-06-30",
    "2017-06-09T12:00:00Z, 2017-06-09, 2017-06-09",
  })
  void aDateStandsForItsDays(String text, LocalDate first, LocalDate last) {
    assertThat(Days.of(text)).contains(new Days(first, last));
  }

  @ParameterizedTest(name = "“{0}”")
  @ValueSource(strings = {"", "x", "2017-13", "2017-02-30", "20170609", "17-06-09", "2017-6-9"})
  void whatIsNoDateStandsForNone(String text) {
    assertThat(Days.of(text)).isEmpty();
  }

  @ParameterizedTest(name = "from {0} to {1}, known {2} to {3}, on {4}: {5}")
  @CsvSource({
    "2001-06-15, , , , 2001-06-14, NO",
    "2001-06-15, , , , 2001-06-15, YES",
    "2001-06-15, , , , 2999-01-01, YES",
    "2001-06-15, 2005-01-31, , , 2005-01-31, YES",
    "2001-06-15, 2005-01-31, , , 2005-02-01, NO",
    "2023-07, , , , 2023-06-30, NO",
    "2023-07, , , , 2023-07-31, PERHAPS",
    "2023-07, , , , 2023-08-01, YES",
    "2001, 2005, , , 2004-12-31, YES",
    "2001, 2005, , , 2005-01-01, PERHAPS",
    "2001, 2005, , , 2006-01-01, NO",
    ", , 2018-02-14, 2021-09-17, 2018-02-13, NO",
    ", , 2018-02-14, 2021-09-17, 2018-02-14, YES",
    ", , 2018-02-14, 2021-09-17, 2021-09-18, PERHAPS",
    ", 2024-07-04, 2018-02-14, 2021-09-17, 2022-01-01, YES",
    ", , , , 1900-01-01, YES",
  })
  void whatHoldsOnADay(
      @Nullable String start,
      @Nullable String end,
      @Nullable String first,
      @Nullable String last,
      LocalDate day,
      Lasting.Answer answer) {
    assertThat(lasting(start, end, first, last).on(day)).isEqualTo(answer);
  }

  @Test
  void theDaysOfChangeAreThoseOnWhichTheAnswerIsAnother() {
    assertThat(lasting("2023-07", null, "2022-01-01", null).changes())
        .isEqualTo(new TreeSet<>(List.of(LocalDate.of(2023, 7, 1), LocalDate.of(2023, 8, 1))));
    assertThat(lasting(null, null, null, null).changes()).isEmpty();
    assertThat(lasting("2001-06-15", "2005-01-31", null, null).changes())
        .containsExactly(LocalDate.of(2001, 6, 15), LocalDate.of(2005, 2, 1));
  }
}
