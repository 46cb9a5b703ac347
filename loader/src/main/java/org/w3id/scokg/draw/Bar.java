package org.w3id.scokg.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws an amount as a bar: solid as far as it surely reaches, pale as far as it may, with an arrow
 * where nothing bounds it. It has no proportions of its own, so that it fills any width.
 */
public final class Bar {

  /** What an arrow needs beyond the largest number of a chart. */
  private static final double ROOM = 1.15;

  private static final double OPEN = 0.1;

  private final Amount amount;
  private final double whole;
  private final List<Shape> shapes = new ArrayList<>();

  private Bar(Amount amount, double largest) {
    this.amount = amount;
    this.whole = largest > 0 ? largest * ROOM : 1;
  }

  /**
   * Draws an amount.
   *
   * @param largest the largest number of the chart that it is drawn for
   * @param title what it says
   */
  public static Shape of(Amount amount, double largest, String title) {
    Bar bar = new Bar(amount, largest);
    bar.draw();
    return Shape.of("svg", "class", "bar", "role", "img", "width", "100%", "height", "20")
        .with(Shape.text("title", title))
        .with(Shape.of("rect", "class", "track", "width", "100%", "height", "20"))
        .with(bar.shapes);
  }

  private void draw() {
    if (amount.value().isPresent()) {
      double value = Math.abs(amount.value().get());
      double doubt = amount.isAbout() ? value * Amount.ROUGHLY : 0;
      part("sure", 0, value - doubt);
      part("maybe", value - doubt, value + doubt);
    } else if (amount.low().isPresent() && amount.high().isPresent()) {
      part("sure", 0, Math.abs(amount.low().get()));
      part("maybe", Math.abs(amount.low().get()), Math.abs(amount.high().get()));
    } else if (amount.low().isPresent()) {
      double low = Math.abs(amount.low().get());
      part("sure", 0, low);
      part("maybe", low, low + whole * OPEN);
      tip(low + whole * OPEN, "M0 2l10 8l-10 8z");
    } else if (amount.high().isPresent()) {
      double high = Math.abs(amount.high().get());
      part("maybe", 0, high);
      shapes.add(
          Shape.of("rect", "class", "stop", "x", percent(high), "width", "2", "height", "20"));
    }
  }

  private void part(String style, double from, double to) {
    if (to > from) {
      shapes.add(
          Shape.of(
              "rect",
              "class",
              style,
              "x",
              percent(from),
              "y",
              "2",
              "width",
              percent(to - from),
              "height",
              "16"));
    }
  }

  /** What keeps its proportions stands in a picture of its own. */
  private void tip(double at, String path) {
    shapes.add(
        Shape.of("svg", "x", percent(at), "overflow", "visible")
            .with(Shape.of("path", "class", "tip", "d", path)));
  }

  private String percent(double value) {
    return Shape.number(Math.min(100, 100 * value / whole)) + "%";
  }
}
