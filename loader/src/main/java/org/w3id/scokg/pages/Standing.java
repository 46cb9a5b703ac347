package org.w3id.scokg.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.draw.Days;
import org.w3id.scokg.draw.Lasting;
import org.w3id.scokg.draw.Position;

/** What something on a map was, and when. Not thread-safe. */
final class Standing {

  private static final String NOTHING = "none";

  private final String name;
  private final Optional<String> address;
  private final String code;
  private final Optional<Position> position;
  private final Palette palette;
  private final List<Row> rows = new ArrayList<>();
  private @Nullable NavigableSet<LocalDate> changes;

  Standing(
      String name,
      Optional<String> address,
      String code,
      Optional<Position> position,
      Palette palette) {
    this.name = name;
    this.address = address;
    this.code = code;
    this.position = position;
    this.palette = palette;
  }

  void add(Row row) {
    if (!rows.contains(row)) {
      rows.add(row);
      changes = null;
    }
  }

  String name() {
    return name;
  }

  Optional<String> address() {
    return address;
  }

  /** The code of an area; empty for a place. */
  String code() {
    return code;
  }

  /** Where a place is. */
  Position place() {
    return position.orElseThrow();
  }

  /** The days on which anything about it changes. */
  NavigableSet<LocalDate> changes() {
    NavigableSet<LocalDate> known = changes;
    if (known == null) {
      NavigableSet<LocalDate> days = new TreeSet<>();
      rows.forEach(row -> days.addAll(row.lasting().changes()));
      days.removeIf(day -> style(day).equals(style(day.minusDays(1))));
      known = Collections.unmodifiableNavigableSet(days);
      changes = known;
    }
    return known;
  }

  /**
   * What holds on a day: what surely does before what may, and what began later before the rest.
   */
  private Optional<Row> on(LocalDate day) {
    return rows.stream()
        .filter(row -> row.lasting().on(day) != Lasting.Answer.NO)
        .max(
            Comparator.<Row, Lasting.Answer>comparing(row -> row.lasting().on(day))
                .thenComparing(row -> begin(row)));
  }

  private static LocalDate begin(Row row) {
    return row.lasting().begin().map(Days::first).orElse(LocalDate.MIN);
  }

  /** The classes of style that it has on a day. */
  String style(LocalDate day) {
    return on(day)
        .map(
            row ->
                palette.of(row, "status").style()
                    + (row.lasting().on(day) == Lasting.Answer.PERHAPS ? " perhaps" : ""))
        .orElse(NOTHING);
  }

  /** The classes of style that it has from each day on that changes them. */
  String days() {
    NavigableSet<LocalDate> changes = changes();
    if (changes.isEmpty()) {
      return "0000-01-01 " + style(LocalDate.EPOCH);
    }
    LocalDate before = changes.first().minusDays(1);
    String always = style(before);
    String first = always.equals(NOTHING) ? "" : "0000-01-01 " + always + ";";
    return first + changes.stream().map(d -> d + " " + style(d)).collect(Collectors.joining(";"));
  }

  /** What it is on a day, in words. */
  String status(LocalDate day, Drawing drawing) {
    return on(day)
        .map(
            row ->
                palette.of(row, "status").name()
                    + (row.lasting().on(day) == Lasting.Answer.PERHAPS
                        ? " (" + drawing.visit().word("see.perhaps") + ")"
                        : ""))
        .orElse(drawing.visit().word("see.map.none"));
  }

  /** All that it was, and when. */
  String history(Drawing drawing) {
    return rows.stream()
        .sorted(Comparator.comparing(row -> begin(row)))
        .map(row -> (palette.of(row, "status").name() + " " + drawing.when(row)).strip())
        .collect(Collectors.joining("; "));
  }

  /** When it was what, in short. */
  String when(Drawing drawing) {
    return rows.size() == 1 ? drawing.when(rows.get(0)) : history(drawing);
  }
}
