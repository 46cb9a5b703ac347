package org.w3id.scokg.pages;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3id.scokg.draw.Mark;
import org.w3id.scokg.draw.Timeline;
import org.w3id.scokg.draw.Timeline.Item;

/** Draws what was when. */
final class TimelinePage implements Drawing.Body {

  private static final int MOST = 300;

  private final Drawing drawing;

  TimelinePage(Drawing drawing) {
    this.drawing = drawing;
  }

  @Override
  public void write(Html html) {
    Map<Boolean, List<Row>> rows =
        drawing.rows().rows().stream()
            .collect(Collectors.partitioningBy(row -> row.lasting().begin().isPresent()));
    List<Row> dated = rows.getOrDefault(true, List.of());
    List<String> undated = rows.getOrDefault(false, List.of()).stream().map(this::name).toList();
    String label = drawing.visit().word("see.timeline");
    drawing.legend(html, List.of("exact", "perhaps", "lasts"));
    drawing.picture(
        html,
        "",
        label,
        () -> Timeline.of(dated.stream().limit(MOST).map(this::item).toList(), label));
    drawing.gaps(
        html,
        Math.max(0, dated.size() - MOST),
        undated.isEmpty()
            ? List.of()
            : List.of(drawing.visit().word("see.undated", Drawing.some(undated))));
  }

  private String name(Row row) {
    return row.subject().map(subject -> drawing.name(subject).text()).orElse("");
  }

  private Item item(Row row) {
    String name = name(row);
    String group = drawing.name(row, "group");
    return new Item(
        new Mark(
            name, name + " · " + drawing.when(row), row.subject().flatMap(drawing::address), ""),
        row.lasting(),
        group.isEmpty() ? drawing.visit().word("see.other") : group);
  }
}
