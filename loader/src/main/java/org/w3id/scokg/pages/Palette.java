package org.w3id.scokg.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/** A colour for each value of a column, in the order in which an answer has them. */
final class Palette {

  /** How many colours there are. */
  private static final int COLOURS = 8;

  private final Map<Node, Colour> colours = new LinkedHashMap<>();

  /**
   * A colour.
   *
   * @param style the class of style that has it
   * @param name what it stands for
   */
  record Colour(String style, String name) {

    /** Whether some classes of style have it. */
    boolean isIn(String styles) {
      return List.of(styles.split(" ", -1)).contains(style);
    }
  }

  /** The colours of the values that some rows have in some columns. */
  static Palette of(Drawing drawing, List<Row> rows, String... columns) {
    Palette palette = new Palette();
    for (String column : columns) {
      for (Row row : rows) {
        row.value(column).ifPresent(value -> palette.add(value, drawing));
      }
    }
    return palette;
  }

  private void add(Node value, Drawing drawing) {
    if (!colours.containsKey(value)) {
      String name = drawing.name(value).text();
      colours.put(value, new Colour("c" + colours.size() % COLOURS, name));
    }
  }

  /** The colours, each with what it stands for. */
  List<Colour> colours() {
    return new ArrayList<>(colours.values());
  }

  /** The values that have a colour. */
  List<Node> values() {
    return new ArrayList<>(colours.keySet());
  }

  /** The colour of a value that has one. */
  Colour of(Node value) {
    Colour colour = colours.get(value);
    if (colour == null) {
      throw new IllegalArgumentException("value must have a colour");
    }
    return colour;
  }

  /** The colour of a value, and one without a name where there is none. */
  Colour of(Row row, String column) {
    return row.value(column).map(colours::get).orElse(new Colour("plain", ""));
  }
}
