package org.w3id.scokg.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.w3id.scokg.draw.Mark;
import org.w3id.scokg.draw.Network;

/** Draws what is tied to what, all of it or what a class is part of. */
final class NetworkPage implements Drawing.Body {

  /** How many things are drawn, those with the most ties first. */
  private static final int MOST = 150;

  private static final int LISTED = 300;
  private static final String CLASS = "class";

  private final Drawing drawing;
  private final Palette palette;
  private final Optional<Node> chosen;
  private final List<Row> rows;
  private final Map<Node, Node> classes = new LinkedHashMap<>();
  private final Set<Node> shown;

  NetworkPage(Drawing drawing) {
    this.drawing = drawing;
    List<Row> whole =
        drawing.rows().rows().stream()
            .filter(row -> row.value("from").isPresent() && row.value("to").isPresent())
            .toList();
    this.palette = Palette.of(drawing, whole, "from_class", "to_class");
    this.chosen = chosen();
    this.rows = whole.stream().filter(this::isChosen).toList();
    this.shown = shown();
  }

  private Optional<Node> chosen() {
    String name = drawing.visit().parameter(CLASS);
    Optional<Node> chosen =
        palette.values().stream().filter(value -> value.toString().equals(name)).findFirst();
    if (!name.isEmpty() && chosen.isEmpty()) {
      String cut = new Label(name, "").cut(200).text();
      throw new Problem(400, drawing.visit().word("problem.class", cut));
    }
    return chosen;
  }

  private boolean isChosen(Row row) {
    return chosen.isEmpty()
        || chosen.equals(row.value("from_class"))
        || chosen.equals(row.value("to_class"));
  }

  /** What is drawn, where there is more than can be read: what has the most ties. */
  private Set<Node> shown() {
    Map<Node, Integer> ties = new LinkedHashMap<>();
    for (Row row : rows) {
      for (String end : List.of("from", "to")) {
        Node node = row.value(end).orElseThrow();
        ties.merge(node, 1, Integer::sum);
        row.value(end + "_class").ifPresent(type -> classes.putIfAbsent(node, type));
      }
    }
    return ties.entrySet().stream()
        .sorted(Map.Entry.<Node, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Override
  public void write(Html html) {
    filter(html);
    String label = drawing.visit().word("see.network");
    String key = chosen.map(Node::toString).orElse("");
    drawing.picture(html, key, label, () -> Network.of(nodes(), links(), label));
    Set<Node> all = new HashSet<>();
    rows.forEach(row -> all.addAll(List.of(row.value("from").get(), row.value("to").get())));
    drawing.gaps(html, all.size() - shown.size(), List.of());
    table(html);
  }

  private void filter(Html html) {
    Visit visit = drawing.visit();
    html.open("p", "class", "legend");
    html.open("span").text(visit.word("see.network.class")).text(" ");
    choice(html, visit.here(CLASS, ""), visit.word("see.network.all"), chosen.isEmpty());
    html.close().text(" ");
    for (Node value : palette.values()) {
      Palette.Colour colour = palette.of(value);
      html.open("span").element("span", "", "class", "swatch " + colour.style());
      boolean isHere = chosen.filter(value::equals).isPresent();
      choice(html, visit.here(CLASS, value.toString()), colour.name(), isHere);
      html.close().text(" ");
    }
    html.closeLine();
  }

  private static void choice(Html html, String target, String name, boolean isHere) {
    if (isHere) {
      html.link(target, name, "aria-current", "true");
    } else {
      html.link(target, name);
    }
  }

  private List<Network.Node> nodes() {
    Map<String, Network.Node> nodes = new LinkedHashMap<>();
    for (Row row : rows) {
      for (String end : List.of("from", "to")) {
        Node node = row.value(end).orElseThrow();
        if (shown.contains(node)) {
          nodes.computeIfAbsent(node.toString(), id -> node(id, node));
        }
      }
    }
    return List.copyOf(nodes.values());
  }

  private Network.Node node(String id, Node node) {
    Optional<Palette.Colour> colour = Optional.ofNullable(classes.get(node)).map(palette::of);
    String name = drawing.name(node).text();
    String group = colour.map(Palette.Colour::name).orElse(drawing.visit().word("see.other"));
    String style = colour.map(Palette.Colour::style).orElse("plain");
    return new Network.Node(
        id, group, new Mark(name, name + " · " + group, drawing.address(node), style));
  }

  /** The ties between what is drawn, those between the same two as one. */
  private List<Network.Link> links() {
    Map<List<String>, String> titles = new LinkedHashMap<>();
    for (Row row : rows) {
      Node from = row.value("from").orElseThrow();
      Node to = row.value("to").orElseThrow();
      if (shown.contains(from) && shown.contains(to) && !from.equals(to)) {
        String title = title(row, from, to);
        titles.merge(
            List.of(from.toString(), to.toString()),
            title,
            (one, other) -> one.contains(other) ? one : one + "\n" + other);
      }
    }
    List<Network.Link> links = new ArrayList<>();
    titles.forEach((ends, title) -> links.add(new Network.Link(ends.get(0), ends.get(1), title)));
    return links;
  }

  private String title(Row row, Node from, Node to) {
    String kind = drawing.name(row, "kind");
    return drawing.name(from).text()
        + (kind.isEmpty() ? " – " : " – " + kind + " – ")
        + drawing.name(to).text();
  }

  private void table(Html html) {
    drawing.table(
        html,
        drawing.visit().word("see.table"),
        List.of("see.network.from", "see.network.kind", "see.network.to"),
        () -> rows(html));
    if (rows.size() > LISTED) {
      html.element("p", drawing.visit().word("see.left", rows.size() - LISTED), "class", "gap");
    }
  }

  private void rows(Html html) {
    Set<List<Optional<Node>>> written = new HashSet<>();
    for (Row row : rows.stream().limit(LISTED).toList()) {
      List<Optional<Node>> cells = List.of(row.value("from"), row.value("kind"), row.value("to"));
      if (written.add(cells)) {
        row(html, cells);
      }
    }
  }

  private void row(Html html, List<Optional<Node>> cells) {
    Writing writing = new Writing(drawing.content(), drawing.visit(), html);
    html.open("tr");
    for (Optional<Node> cell : cells) {
      html.open("td");
      cell.ifPresent(
          node -> {
            if (node.isLiteral()) {
              drawing.name(node).write(html, drawing.visit());
            } else {
              writing.thing(node);
            }
          });
      html.close();
    }
    html.closeLine();
  }
}
