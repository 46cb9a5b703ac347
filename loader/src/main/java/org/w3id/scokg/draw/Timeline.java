package org.w3id.scokg.draw;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws what was when: a lane for each group, in it rows in which nothing covers anything else.
 * What is not surely known is pale; what goes on has an arrow.
 */
public final class Timeline {

  private static final double WIDTH = 1100;
  private static final double MARGIN = 14;
  private static final double TOP = 26;
  private static final double ROW = 28;
  private static final double NAME = 24;
  private static final double FONT = 13;
  private static final double LONGEST = 520;
  private static final double TAIL = 14;
  private static final double TICK = 48;
  private static final int[] MONTHS = {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000};

  private final LocalDate first;
  private final double days;
  private final List<Shape> shapes = new ArrayList<>();
  private double height = TOP;

  /**
   * Something that was, or is, with a date, without which it cannot be drawn.
   *
   * @param mark what is said of it
   * @param lasting from when to when
   * @param group what it is drawn among
   */
  public record Item(Mark mark, Lasting lasting, String group) {

    private Days begin() {
      return lasting.begin().orElseThrow();
    }
  }

  /** From where to where an item is drawn, its name included. */
  private record Extent(double from, double to, double name) {}

  private Timeline(LocalDate first, LocalDate last) {
    this.first = first;
    this.days = Math.max(1, ChronoUnit.DAYS.between(first, last));
  }

  /**
   * Draws some items.
   *
   * @param items with dates, in any order
   * @param label what the picture is called
   */
  public static Shape of(List<Item> items, String label) {
    Map<String, List<Item>> lanes = new LinkedHashMap<>();
    items.stream()
        .sorted((one, other) -> one.begin().first().compareTo(other.begin().first()))
        .forEach(i -> lanes.computeIfAbsent(i.group(), g -> new ArrayList<>()).add(i));
    LocalDate first = ends(items).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    LocalDate last = ends(items).max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    Timeline timeline =
        new Timeline(first, last.plusDays(1 + ChronoUnit.DAYS.between(first, last) / 40));
    int lane = 0;
    for (Map.Entry<String, List<Item>> entry : lanes.entrySet()) {
      timeline.lane(entry.getKey(), entry.getValue(), "c" + lane++ % 8);
    }
    List<Shape> all = new ArrayList<>(timeline.ticks());
    all.addAll(timeline.shapes);
    return Shape.picture(WIDTH, timeline.height + MARGIN, label, all);
  }

  private static Stream<LocalDate> ends(List<Item> items) {
    return items.stream()
        .flatMap(i -> Stream.of(i.lasting().begin(), i.lasting().finish()))
        .flatMap(Optional::stream)
        .flatMap(d -> Stream.of(d.first(), d.last()));
  }

  private double x(LocalDate day) {
    double share = ChronoUnit.DAYS.between(first, day) / days;
    return MARGIN + Math.min(1, Math.max(0, share)) * (WIDTH - 2 * MARGIN);
  }

  private List<Shape> ticks() {
    int step =
        IntStream.of(MONTHS)
            .filter(m -> m * 30.44 / days * WIDTH >= TICK)
            .findFirst()
            .orElse(MONTHS[MONTHS.length - 1]);
    List<Shape> ticks = new ArrayList<>();
    long month = first.getYear() * 12L + first.getMonthValue() - 1;
    for (long m = (month + step - 1) / step * step; ; m += step) {
      LocalDate day = LocalDate.of((int) (m / 12), (int) (m % 12) + 1, 1);
      if (ChronoUnit.DAYS.between(first, day) > days) {
        return ticks;
      }
      if (!day.isBefore(first)) {
        tick(
            day,
            step < 12 ? day.toString().substring(0, 7) : day.toString().substring(0, 4),
            ticks);
      }
    }
  }

  private void tick(LocalDate day, String name, List<Shape> ticks) {
    String x = Shape.number(x(day));
    ticks.add(
        Shape.of(
            "line", "class", "tick", "x1", x, "x2", x, "y1", "18", "y2", Shape.number(height)));
    ticks.add(Shape.text("text", name, "class", "small", "x", x, "y", "13"));
  }

  private void lane(String name, List<Item> items, String colour) {
    height += NAME;
    shapes.add(
        Shape.text(
            "text",
            name,
            "class",
            "lane-name " + colour,
            "x",
            Shape.number(MARGIN),
            "y",
            Shape.number(height - 7)));
    List<Double> rows = new ArrayList<>();
    items.forEach(item -> item(item, colour, rows));
    height += rows.size() * ROW + 6;
  }

  /** Puts an item into the first row that has room for it. */
  private void item(Item item, String colour, List<Double> rows) {
    String name = TextWidth.cut(item.mark().label(), FONT, LONGEST);
    Extent extent = extent(item, TextWidth.of(name, FONT));
    int row = 0;
    while (row < rows.size() && rows.get(row) > extent.from()) {
      row++;
    }
    if (row == rows.size()) {
      rows.add(0.0);
    }
    rows.set(row, extent.to() + 10);
    double top = height + row * ROW;
    List<Shape> drawn = new ArrayList<>(bar(item, top + 17));
    drawn.add(
        Shape.text("text", name, "x", Shape.number(extent.name()), "y", Shape.number(top + 13)));
    Mark mark = item.mark();
    shapes.add(new Mark(name, mark.title(), mark.address(), colour).around(drawn));
  }

  private Extent extent(Item item, double width) {
    double from = x(item.begin().first());
    double to = item.lasting().finish().map(d -> x(d.last().plusDays(1))).orElse(WIDTH - MARGIN);
    double name = Math.max(MARGIN / 2, Math.min(from - 4, WIDTH - 4 - width));
    return new Extent(Math.min(from - 4, name), Math.max(to + 4, name + width), name);
  }

  private List<Shape> bar(Item item, double y) {
    Days begin = item.begin();
    Optional<Days> finish = item.lasting().finish();
    List<Shape> bar = new ArrayList<>();
    if (finish.isPresent() && finish.get().equals(begin)) {
      if (begin.isExact()) {
        bar.add(
            Shape.of(
                "circle",
                "class",
                "sure",
                "cx",
                Shape.number(x(begin.first())),
                "cy",
                Shape.number(y + 3),
                "r",
                "4"));
      } else {
        part(bar, "maybe", x(begin.first()), x(begin.last().plusDays(1)), y);
      }
    } else {
      lasting(bar, item, begin, finish, y);
    }
    return bar;
  }

  private void lasting(List<Shape> bar, Item item, Days begin, Optional<Days> finish, double y) {
    boolean isOnlyKnown = item.lasting().start().isEmpty();
    boolean isOpen = item.lasting().end().isEmpty();
    double from = begin.isExact() ? x(begin.first()) : x(begin.last().plusDays(1));
    double to =
        finish
            .map(d -> d.isExact() ? x(d.last().plusDays(1)) : x(d.first()))
            .orElse(WIDTH - MARGIN - 6);
    if (!begin.isExact()) {
      part(bar, "maybe", x(begin.first()), from, y);
    }
    part(bar, "sure", from, to, y);
    finish
        .filter(d -> !d.isExact())
        .ifPresent(d -> part(bar, "maybe", to, x(d.last().plusDays(1)), y));
    if (isOnlyKnown) {
      part(bar, "maybe", from - TAIL, from, y);
    }
    if (isOnlyKnown && isOpen) {
      part(bar, "maybe", to, to + TAIL, y);
    } else if (finish.isEmpty()) {
      String tip = "M%s %sl9 5.5l-9 5.5z".formatted(Shape.number(to), Shape.number(y - 2.5));
      bar.add(Shape.of("path", "class", "sure", "d", tip));
    }
  }

  private static void part(List<Shape> bar, String style, double from, double to, double y) {
    bar.add(
        Shape.of(
            "rect",
            "class",
            style,
            "x",
            Shape.number(from),
            "y",
            Shape.number(y),
            "width",
            Shape.number(Math.max(2, to - from)),
            "height",
            "6"));
  }
}
