package org.w3id.scokg.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws what is tied to what: a column for each class, in it a box for each thing, and between them
 * lines. Names are always whole or cut, and never covered. The same input gives the same picture.
 */
public final class Network {

  private static final double BOX = 200;
  private static final double GAP = 120;
  private static final double MARGIN = 16;
  private static final double HEAD = 34;
  private static final double FONT = 12;
  private static final double LINE = 15;
  private static final int LINES = 3;
  private static final double LEAST_SPACE = 8;
  private static final double MOST_SPACE = 60;

  /** How far a line between two boxes of one column bends out of it. */
  private static final double BEND = 70;

  private final List<Column> columns;
  private final Map<String, Placed> placed = new HashMap<>();

  /**
   * A thing.
   *
   * @param id what links name it by
   * @param group its class, which has a column
   * @param mark what is said of it
   */
  public record Node(String id, String group, Mark mark) {}

  /**
   * A tie.
   *
   * @param from the id of a node
   * @param to the id of another
   * @param title what it says
   */
  public record Link(String from, String to, String title) {}

  private record Column(String name, String style, List<Node> nodes) {}

  /** Where a node is: the middle of its box at the left, and how tall that is. */
  private record Placed(int column, double x, double y, List<String> lines) {
    double height() {
      return lines.size() * LINE + 10;
    }
  }

  private Network(List<Column> columns) {
    this.columns = columns;
  }

  /**
   * Draws some things.
   *
   * @param nodes the things, those of a class having the same style
   * @param links between them
   * @param label what the picture is called
   */
  public static Shape of(List<Node> nodes, List<Link> links, String label) {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (Node node : nodes) {
      columns
          .computeIfAbsent(node.group(), g -> new Column(g, node.mark().style(), new ArrayList<>()))
          .nodes()
          .add(node);
    }
    Network network = new Network(new ArrayList<>(columns.values()));
    ColumnOrder.arrange(network.columns, network.groups(), links, Column::name);
    NodeOrder.arrange(network.columns.stream().map(Column::nodes).toList(), links);
    return network.draw(links, label);
  }

  private Map<String, String> groups() {
    Map<String, String> groups = new HashMap<>();
    columns.forEach(c -> c.nodes().forEach(node -> groups.put(node.id(), c.name())));
    return groups;
  }

  private Shape draw(List<Link> links, String label) {
    double height = place();
    List<Shape> shapes = new ArrayList<>();
    links.forEach(link -> link(link, shapes));
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      shapes.add(
          Shape.text(
              "text",
              TextWidth.cut(column.name(), 13, BOX + GAP / 2),
              "class",
              "lane-name " + column.style(),
              "x",
              Shape.number(x(i)),
              "y",
              "22"));
      column.nodes().forEach(node -> shapes.add(node(node)));
    }
    return Shape.picture(x(columns.size() - 1) + BOX + BEND + MARGIN, height, label, shapes);
  }

  private static double x(int column) {
    return MARGIN + Math.max(0, column) * (BOX + GAP);
  }

  /** Gives every node its place, those of a lesser column with more space between them. */
  private double place() {
    double tallest = 0;
    for (Column column : columns) {
      double boxes = column.nodes().stream().mapToDouble(Network::tall).sum();
      tallest = Math.max(tallest, boxes + (column.nodes().size() + 1) * LEAST_SPACE);
    }
    for (int i = 0; i < columns.size(); i++) {
      List<Node> nodes = columns.get(i).nodes();
      double boxes = nodes.stream().mapToDouble(Network::tall).sum();
      double space = Math.min(MOST_SPACE, (tallest - boxes) / (nodes.size() + 1));
      double y = HEAD + (tallest - boxes - space * (nodes.size() - 1)) / 2;
      for (Node node : nodes) {
        placed.put(node.id(), new Placed(i, x(i), y + tall(node) / 2, lines(node)));
        y += tall(node) + space;
      }
    }
    return HEAD + tallest + MARGIN;
  }

  private static double tall(Node node) {
    return lines(node).size() * LINE + 10;
  }

  private static List<String> lines(Node node) {
    return TextWidth.wrap(node.mark().label(), FONT, BOX - 20, LINES);
  }

  private Shape node(Node node) {
    Placed at = placed.get(node.id());
    if (at == null) {
      throw new IllegalStateException("Bug: a node has no place");
    }
    double top = at.y() - at.height() / 2;
    List<Shape> shapes = new ArrayList<>();
    shapes.add(rect("box", at.x(), top, BOX, at.height()));
    shapes.add(rect("sure", at.x(), top, 5, at.height()));
    for (int i = 0; i < at.lines().size(); i++) {
      shapes.add(
          Shape.text(
              "text",
              at.lines().get(i),
              "x",
              Shape.number(at.x() + 13),
              "y",
              Shape.number(top + 5 + i * LINE + 11)));
    }
    return node.mark().around(shapes);
  }

  private static Shape rect(String style, double x, double y, double width, double height) {
    return Shape.of(
        "rect",
        "class",
        style,
        "x",
        Shape.number(x),
        "y",
        Shape.number(y),
        "width",
        Shape.number(width),
        "height",
        Shape.number(height),
        "rx",
        "3");
  }

  private void link(Link link, List<Shape> shapes) {
    Placed from = placed.get(link.from());
    Placed to = placed.get(link.to());
    if (from != null && to != null) {
      shapes.add(
          Shape.of("path", "class", "tie", "d", path(from, to))
              .with(Shape.text("title", link.title())));
    }
  }

  private static String path(Placed from, Placed to) {
    Placed left = from.column() <= to.column() ? from : to;
    Placed right = from.column() <= to.column() ? to : from;
    double start = left.x() + BOX;
    boolean isWithin = left.column() == right.column();
    double end = isWithin ? start : right.x();
    double bend = isWithin ? BEND : (end - start) / 2;
    return "M%s %sC%s %s %s %s %s %s"
        .formatted(
            Shape.number(start),
            Shape.number(left.y()),
            Shape.number(start + bend),
            Shape.number(left.y()),
            Shape.number(isWithin ? end + bend : end - bend),
            Shape.number(right.y()),
            Shape.number(end),
            Shape.number(right.y()));
  }
}
