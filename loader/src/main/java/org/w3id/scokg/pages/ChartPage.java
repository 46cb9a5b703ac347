package org.w3id.scokg.pages;

import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.w3id.scokg.draw.Amount;
import org.w3id.scokg.draw.Bar;

/** Draws figures as bars, those of a group on one scale. */
final class ChartPage implements Drawing.Body {

  private static final int MOST = 300;

  /** Numbers from here on are told in millions and so on. */
  private static final double LARGE = 1_000_000;

  private final Drawing drawing;

  ChartPage(Drawing drawing) {
    this.drawing = drawing;
  }

  @Override
  public void write(Html html) {
    List<Row> rows = drawing.rows().rows().stream().filter(row -> amount(row).isKnown()).toList();
    Map<String, List<Row>> groups =
        rows.stream()
            .limit(MOST)
            .collect(Collectors.groupingBy(this::group, LinkedHashMap::new, Collectors.toList()));
    drawing.legend(html, List.of("sure", "maybe", "open"));
    groups.forEach((name, group) -> chart(html, name, group));
    List<String> unknown =
        drawing.rows().rows().stream()
            .filter(row -> !amount(row).isKnown())
            .flatMap(row -> row.subject().stream())
            .map(subject -> drawing.name(subject).text())
            .toList();
    drawing.gaps(
        html,
        Math.max(0, rows.size() - MOST),
        unknown.isEmpty()
            ? List.of()
            : List.of(drawing.visit().word("see.numberless", Drawing.some(unknown))));
  }

  private String group(Row row) {
    String group = drawing.name(row, "group");
    return group.isEmpty() ? drawing.name(row, "unit") : group;
  }

  private void chart(Html html, String name, List<Row> rows) {
    double largest = rows.stream().mapToDouble(row -> amount(row).size()).max().orElse(0);
    html.element("h2", name.isEmpty() ? drawing.visit().word("see.other") : name, "dir", "auto");
    html.open("ul", "class", "bars").text("\n");
    for (Row row : rows) {
      html.open("li").open("span", "class", "name");
      row.subject().ifPresent(subject -> name(html, subject));
      html.close().open("span", "class", "value");
      String value = words(row, name);
      html.draw(Bar.of(amount(row), largest, value));
      html.element("b", value, "dir", "auto").close();
      html.open("small").text(drawing.when(row)).text(" ");
      row.value("fact").ifPresent(fact -> evidence(html, fact));
      html.close().closeLine();
    }
    html.closeLine();
  }

  private void name(Html html, Node subject) {
    if (subject.isLiteral()) {
      drawing.name(subject).write(html, drawing.visit());
    } else {
      new Writing(drawing.content(), drawing.visit(), html).thing(subject);
    }
  }

  private void evidence(Html html, Node fact) {
    drawing
        .address(fact)
        .ifPresent(page -> html.link(page, drawing.visit().word("thing.evidence")));
  }

  private static Amount amount(Row row) {
    return new Amount(
        row.number("value"),
        row.number("low"),
        row.number("high"),
        row.text("about").matches("true|1"));
  }

  /** The figure as one says it. */
  private String words(Row row, String heading) {
    String hedge = drawing.name(row, "hedge");
    String number =
        List.of("value", "low", "high").stream()
            .map(row::number)
            .flatMap(Optional::stream)
            .map(this::figure)
            .distinct()
            .collect(Collectors.joining("–"));
    String unit = drawing.name(row, "unit");
    return (hedge + " " + number + (unit.equals(heading) ? "" : " " + unit)).strip();
  }

  private String figure(double number) {
    Locale locale = Locale.forLanguageTag(drawing.visit().wording().language());
    NumberFormat format =
        Math.abs(number) < LARGE
            ? NumberFormat.getNumberInstance(locale)
            : NumberFormat.getCompactNumberInstance(
                locale, NumberFormat.Style.valueOf(drawing.visit().word("see.millions")));
    format.setMaximumFractionDigits(2);
    return format.format(number);
  }
}
