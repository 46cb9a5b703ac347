package org.w3id.scokg.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a picture says of one thing.
 *
 * @param label what it is called, in short
 * @param title all there is to say of it in a line, which shows when one points at it
 * @param address where it is shown; empty if nowhere
 * @param style names of style classes, parted by spaces
 * @param days the style classes that it has from which day on; empty where they do not change
 */
public record Mark(
    String label, String title, Optional<String> address, String style, String days) {

  /** A mark that is the same on every day. */
  public Mark(String label, String title, Optional<String> address, String style) {
    this(label, title, address, style, "");
  }

  /** Some shapes with the mark's title, which lead to where the thing is shown. */
  Shape around(List<Shape> shapes) {
    Shape group =
        address
            .map(target -> Shape.of("a", "href", target))
            .orElseGet(() -> Shape.of("g"))
            .and("class", ("mark " + style).strip());
    if (!days.isEmpty()) {
      group = group.and("data-days", days);
    }
    List<Shape> all = new ArrayList<>(shapes);
    all.add(0, Shape.text("title", title));
    return group.with(all);
  }
}
