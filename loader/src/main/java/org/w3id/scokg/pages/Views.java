package org.w3id.scokg.pages;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.vocabulary.DC_11;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.draw.View;

/** The questions whose answers are drawn. Safe for use by many threads. */
final class Views {

  /** They are read once, since a graph does not change. */
  private final AtomicReference<@Nullable Map<View, List<StoredQuery>>> known =
      new AtomicReference<>();

  /** The questions whose answers are drawn in a way, in the order of their names. */
  List<StoredQuery> of(View view, Content content) {
    Map<View, List<StoredQuery>> all = known.get();
    if (all == null) {
      all = read(content);
      known.set(all);
    }
    return all.getOrDefault(view, List.of());
  }

  /** The ways in which something is drawn. */
  List<View> all(Content content) {
    return List.of(View.values()).stream().filter(v -> !of(v, content).isEmpty()).toList();
  }

  private static Map<View, List<StoredQuery>> read(Content content) {
    List<StoredQuery> queries = StoredQuery.all(content);
    Map<View, List<StoredQuery>> views = new EnumMap<>(View.class);
    for (View view : View.values()) {
      views.put(view, queries.stream().filter(query -> isDrawn(query, view, content)).toList());
    }
    return views;
  }

  private static boolean isDrawn(StoredQuery query, View view, Content content) {
    return query.target().isEmpty()
        && content
            .graphs()
            .text(query.node(), DC_11.type.asNode())
            .filter(view.title()::equals)
            .isPresent();
  }
}
