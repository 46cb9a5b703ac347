package org.w3id.scokg.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.w3id.scokg.draw.Shape;

/**
 * What a page that draws is made of.
 *
 * @param content all that pages are made of
 * @param visit who asks
 * @param pages keep what was drawn
 * @param rows what is drawn
 */
record Drawing(Content content, Visit visit, ViewPages pages, Rows rows) {

  private static final int LONGEST_NAME = 120;
  private static final int NAMES = 20;

  /** Writes what is particular to a page. */
  interface Body {
    void write(Html html);
  }

  /**
   * Answers to questions.
   *
   * @param rows their rows
   * @param cut the questions whose answers have more rows, with these
   * @param failed the questions that were not answered
   */
  record Rows(List<Row> rows, Map<StoredQuery, DrawnAnswer> cut, List<StoredQuery> failed) {

    Rows {
      rows = List.copyOf(rows);
      cut = Collections.unmodifiableMap(new LinkedHashMap<>(cut));
      failed = List.copyOf(failed);
    }
  }

  /** What a value is called: a thing by its name in the reader's language. */
  Label name(Node value) {
    Label name =
        value.isLiteral()
            ? new Label(value.getLiteralLexicalForm(), value.getLiteralLanguage())
            : content.label(value, visit);
    return name.cut(LONGEST_NAME);
  }

  /** What the value of a column is called; empty without one. */
  String name(Row row, String column) {
    return row.value(column).map(value -> name(value).text()).orElse("");
  }

  /** Where a value is shown on this site. */
  Optional<String> address(Node value) {
    return content.address(value, visit);
  }

  /** When something was, as sources write it. */
  String when(Row row) {
    String start = row.text("start");
    String end = row.text("end");
    if (start.isEmpty() && end.isEmpty()) {
      return known(row);
    }
    return start.equals(end) ? start : (start + " – " + end).strip();
  }

  private String known(Row row) {
    String first = row.text("first_known");
    String last = row.text("last_known");
    List<String> days = Stream.of(first, last).filter(day -> !day.isEmpty()).distinct().toList();
    return days.isEmpty() ? "" : visit.word("see.known", String.join(" – ", days));
  }

  /** Writes a picture, which is drawn once for each language and whatever else it depends on. */
  void picture(Html html, String key, String label, Supplier<Shape> drawn) {
    String whole =
        String.join(
            "\n",
            visit.path(),
            String.join(",", visit.languages()),
            visit.chosen().orElse(""),
            key);
    // A region that can be scrolled must be within reach of the keyboard.
    html.open(
        "div", "class", "scroll drawing", "role", "region", "tabindex", "0", "aria-label", label);
    html.draw(pages.kept(Shape.class, whole, drawn));
    html.closeLine();
  }

  /**
   * Writes a table, which scrolls by itself where it is too wide.
   *
   * @param columns the keys of what its columns are called
   * @param rows writes the rows
   */
  void table(Html html, String label, List<String> columns, Runnable rows) {
    html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", label);
    html.open("table").open("thead").open("tr");
    columns.forEach(column -> html.element("th", visit.word(column), "scope", "col"));
    html.close().close().text("\n").open("tbody");
    rows.run();
    html.close().close().closeLine();
  }

  /** Tells what the ways to draw something mean. */
  void legend(Html html, List<String> parts) {
    html.open("p", "class", "legend");
    for (String part : parts) {
      html.open("span").element("span", "", "class", "swatch " + part);
      html.text(visit.word("see.legend." + part)).close().text(" ");
    }
    html.closeLine();
  }

  /** Some names of things, and whether there are more. */
  static String some(List<String> names) {
    String some = String.join(", ", names.stream().limit(NAMES).toList());
    return names.size() > NAMES ? some + ", …" : some;
  }

  /** Tells what is not drawn, and why. */
  void gaps(Html html, int leftOut, List<String> more) {
    List<String> gaps = new ArrayList<>();
    rows.cut()
        .forEach(
            (query, answer) ->
                gaps.add(
                    visit.word(
                        "see.rows",
                        query.title(content, visit).text(),
                        answer.count(visit),
                        Wording.number(answer.rows().size()))));
    if (leftOut > 0) {
      gaps.add(visit.word("see.left", leftOut));
    }
    gaps.addAll(more);
    rows.failed().forEach(q -> gaps.add(visit.word("see.failed", q.name())));
    gaps.forEach(gap -> html.element("p", gap, "class", "gap", "dir", "auto").text("\n"));
  }
}
