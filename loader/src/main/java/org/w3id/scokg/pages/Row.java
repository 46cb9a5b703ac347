package org.w3id.scokg.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.w3id.scokg.draw.Days;
import org.w3id.scokg.draw.Lasting;

/**
 * A row of an answer that is drawn: values that play their parts by the names of their columns.
 *
 * @param values the values that there are, by column
 * @param lasting how long what is drawn holds
 */
record Row(Map<String, Node> values, Lasting lasting) {

  Row {
    values = Map.copyOf(values);
  }

  /** The rows of an answer. */
  static List<Row> of(QueryResult result) {
    return result.rows().stream()
        .map(
            cells -> {
              Map<String, Node> values = new HashMap<>();
              for (int i = 0; i < cells.size(); i++) {
                String column = result.columns().get(i);
                cells.get(i).ifPresent(value -> values.put(column, value));
              }
              return of(values);
            })
        .toList();
  }

  private static Row of(Map<String, Node> values) {
    return new Row(
        values,
        new Lasting(
            days(values, "start"),
            days(values, "end"),
            days(values, "first_known"),
            days(values, "last_known")));
  }

  private static Optional<Days> days(Map<String, Node> values, String column) {
    return Days.of(text(values, column));
  }

  /** The value of a column. */
  Optional<Node> value(String column) {
    return Optional.ofNullable(values.get(column));
  }

  /** What is drawn: a thing or, without one, a text. */
  Optional<Node> subject() {
    return value("thing").or(() -> value("label"));
  }

  /** The value of a column as it is written; empty without one. */
  String text(String column) {
    return text(values, column);
  }

  private static String text(Map<String, Node> values, String column) {
    return Optional.ofNullable(values.get(column))
        .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
        .orElse("");
  }

  /** The value of a column as a number, if it is one that can be drawn. */
  Optional<Double> number(String column) {
    try {
      String text = text(column);
      return text.isEmpty() || text.length() > 400
          ? Optional.empty()
          : Optional.of(Double.valueOf(text)).filter(Double::isFinite);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
