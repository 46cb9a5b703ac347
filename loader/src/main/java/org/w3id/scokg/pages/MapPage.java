package org.w3id.scokg.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.w3id.scokg.draw.Days;
import org.w3id.scokg.draw.MapPicture;
import org.w3id.scokg.draw.MapPicture.Area;
import org.w3id.scokg.draw.MapPicture.Place;
import org.w3id.scokg.draw.MapView;
import org.w3id.scokg.draw.Mark;
import org.w3id.scokg.draw.Position;

/** Draws what was what on a day, and where things are, on a map. */
final class MapPage implements Drawing.Body {

  /** How many things are drawn. */
  private static final int MOST = 500;

  /** How many days are offered on which something changed. */
  private static final int CHANGES = 60;

  private final Drawing drawing;
  private final Palette palette;
  private final List<Standing> areas = new ArrayList<>();
  private final List<Standing> places = new ArrayList<>();
  private final List<String> gaps = new ArrayList<>();
  private final NavigableSet<LocalDate> changes = new TreeSet<>();
  private final MapView view;
  private final LocalDate day;
  private int leftOut;

  MapPage(Drawing drawing) {
    this.drawing = drawing;
    this.palette = palette(drawing);
    this.view = drawing.pages().kept(MapView.class, "map view", this::view);
    sort();
    areas.forEach(area -> changes.addAll(area.changes()));
    places.forEach(place -> changes.addAll(place.changes()));
    this.day = day();
  }

  /** Areas have the first colours, since they are seen first. */
  private static Palette palette(Drawing drawing) {
    List<Row> rows = new ArrayList<>(drawing.rows().rows());
    rows.sort(Comparator.comparing(row -> row.value("code").isEmpty()));
    return Palette.of(drawing, rows, "status");
  }

  private MapView view() {
    Set<String> codes = new LinkedHashSet<>();
    List<Position> positions = new ArrayList<>();
    for (Row row : drawing.rows().rows()) {
      codes.add(code(row));
      Position.of(row.text("wkt")).ifPresent(positions::add);
    }
    return MapView.of(codes, positions);
  }

  /** The code of an area, with the zeros that it begins with, which numbers lose. */
  private static String code(Row row) {
    String code = row.text("code");
    return code.matches("\\d{1,3}") ? "0".repeat(3 - code.length()) + code : code;
  }

  /** Parts areas from places, and tells what is neither. */
  private void sort() {
    Map<String, Standing> known = new LinkedHashMap<>();
    for (Row row : drawing.rows().rows()) {
      Optional<Node> subject = row.subject();
      String code = code(row);
      String name = subject.map(node -> drawing.name(node).text()).orElse(code);
      boolean isArea = !code.isEmpty();
      Optional<Position> position = Position.of(row.text("wkt"));
      if (isArea && !view.knows(code)) {
        gap(drawing.visit().word("see.map.nocode", name, code));
      } else if (!isArea && position.isEmpty()) {
        gap(drawing.visit().word("see.map.noplace", name));
      } else if (known.size() >= MOST) {
        leftOut++;
      } else {
        String key = isArea ? code : subject + " " + row.text("wkt");
        known.computeIfAbsent(key, k -> standing(name, subject, code, position, isArea)).add(row);
      }
    }
  }

  private Standing standing(
      String name,
      Optional<Node> subject,
      String code,
      Optional<Position> position,
      boolean isArea) {
    Standing standing =
        new Standing(name, subject.flatMap(drawing::address), code, position, palette);
    (isArea ? areas : places).add(standing);
    return standing;
  }

  private void gap(String text) {
    if (!gaps.contains(text)) {
      gaps.add(text);
    }
  }

  /** The day that is asked for; without one, the last on which anything changed. */
  private LocalDate day() {
    String text = drawing.visit().parameter("date").strip();
    if (text.isEmpty()) {
      return changes.isEmpty() ? LocalDate.EPOCH : changes.last();
    }
    return Days.of(text)
        .filter(days -> text.matches("\\d{4}-\\d\\d-\\d\\d"))
        .map(Days::first)
        .orElseThrow(
            () ->
                new Problem(
                    400, drawing.visit().word("problem.date", new Label(text, "").cut(40).text())));
  }

  @Override
  public void write(Html html) {
    if (!changes.isEmpty()) {
      form(html);
      changes(html);
    }
    legend(html);
    drawing.picture(
        html,
        day.toString(),
        drawing.visit().word("see.map"),
        () ->
            MapPicture.of(
                view,
                areas.stream().map(a -> new Area(a.code(), mark(a, "area"))).toList(),
                places.stream().map(p -> new Place(p.place(), mark(p, "place"))).toList(),
                drawing.visit().word("see.map")));
    html.element("p", drawing.visit().word("see.map.borders")).text("\n");
    html.open("p").element("small", drawing.visit().word("see.map.data")).closeLine();
    drawing.gaps(html, leftOut, gaps);
    table(html);
    html.element("script", "", "src", drawing.content().assets().path("map.js"), "defer", "");
  }

  private Mark mark(Standing standing, String kind) {
    return new Mark(
        standing.name(),
        standing.name() + " · " + standing.history(drawing),
        standing.address(),
        kind + " " + standing.style(day),
        standing.changes().isEmpty() ? "" : standing.days());
  }

  private void form(Html html) {
    Visit visit = drawing.visit();
    html.open("form", "class", "day", "action", visit.path());
    html.element("label", visit.word("see.map.date"), "for", "date").text(" ");
    html.open("input", "type", "date", "id", "date", "name", "date", "value", day.toString());
    visit.chosen().ifPresent(l -> html.open("input", "type", "hidden", "name", "lang", "value", l));
    html.element("button", visit.word("see.map.show")).text("\n");
    LocalDate first = changes.first().minusDays(1);
    // The script shows it, since it does nothing without.
    html.open(
        "input",
        "type",
        "range",
        "id",
        "slide",
        "hidden",
        "",
        "aria-label",
        visit.word("see.map.slide"),
        "min",
        "0",
        "max",
        String.valueOf(ChronoUnit.DAYS.between(first, changes.last())),
        "value",
        String.valueOf(ChronoUnit.DAYS.between(first, day)),
        "data-first",
        first.toString());
    html.closeLine();
  }

  private void changes(Html html) {
    html.element("p", drawing.visit().word("see.map.changes"), "id", "changes-label");
    html.open("ul", "class", "changes", "aria-labelledby", "changes-label");
    for (LocalDate change : changes.stream().limit(CHANGES).toList()) {
      String target = drawing.visit().here("date", change.toString());
      html.open("li");
      if (change.equals(day)) {
        html.link(target, change.toString(), "data-day", change.toString(), "aria-current", "date");
      } else {
        html.link(target, change.toString(), "data-day", change.toString());
      }
      html.close().text(" ");
    }
    html.closeLine();
  }

  private void legend(Html html) {
    html.open("p", "class", "legend");
    for (Palette.Colour colour : palette.colours()) {
      html.open("span").element("span", "", "class", "swatch " + colour.style());
      html.element("span", colour.name(), "data-style", colour.style(), "dir", "auto").text(" ");
      long count = areas.stream().filter(a -> colour.isIn(a.style(day))).count();
      long dots = places.stream().filter(p -> colour.isIn(p.style(day))).count();
      html.element("b", String.valueOf(count + dots), "data-count", colour.style());
      html.close().text(" ");
    }
    html.open("span").element("span", "", "class", "swatch perhaps");
    html.element("span", drawing.visit().word("see.perhaps"), "data-style", "perhaps").close();
    html.closeLine();
  }

  private void table(Html html) {
    Visit visit = drawing.visit();
    String[] heading = visit.word("see.map.on", "\n").split("\n", -1);
    html.open("h2").text(heading[0]).element("time", day.toString(), "id", "day");
    html.text(heading[heading.length - 1]).closeLine();
    drawing.table(
        html,
        visit.word("see.table"),
        List.of("see.map.thing", "see.map.status", "see.map.since"),
        () -> {
          areas.forEach(area -> row(html, area));
          places.forEach(place -> row(html, place));
        });
  }

  private void row(Html html, Standing standing) {
    html.open("tr", "data-row", standing.days()).open("td", "dir", "auto");
    if (standing.address().isPresent()) {
      html.link(standing.address().get(), standing.name());
    } else {
      html.text(standing.name());
    }
    html.close().element("td", standing.status(day, drawing), "dir", "auto");
    html.element("td", standing.when(drawing)).closeLine();
  }
}
