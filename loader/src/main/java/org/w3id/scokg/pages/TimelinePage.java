package org.w3id.scokg.pages;

import java.util.ArrayList;
import java.util.List;
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
    List<Item> items = new ArrayList<>();
    List<String> undated = new ArrayList<>();
    for (Row row : drawing.rows().rows()) {
      Item item = item(row);
      if (item.isDated()) {
        items.add(item);
      } else {
        undated.add(item.mark().label());
      }
    }
    String label = drawing.visit().word("see.timeline");
    drawing.legend(html, List.of("exact", "perhaps", "lasts"));
    drawing.picture(html, "", label, () -> Timeline.of(items.stream().limit(MOST).toList(), label));
    drawing.gaps(
        html,
        Math.max(0, items.size() - MOST),
        undated.isEmpty()
            ? List.of()
            : List.of(drawing.visit().word("see.undated", Drawing.some(undated))));
  }

  private Item item(Row row) {
    String name = row.subject().map(subject -> drawing.name(subject).text()).orElse("");
    String group = drawing.name(row, "group");
    return new Item(
        new Mark(
            name, name + " · " + drawing.when(row), row.subject().flatMap(drawing::address), ""),
        row.lasting(),
        group.isEmpty() ? drawing.visit().word("see.other") : group);
  }
}
