package org.w3id.scokg.draw;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A way to see the answer of a query, whose columns play their parts by their names. */
public enum View {
  /** Areas and places, on a day. */
  MAP("map", "/map", "code or wkt, thing or label"),
  /** What was when. */
  TIMELINE("timeline", "/timeline", "start or first_known, thing or label"),
  /** What is tied to what. */
  NETWORK("network", "/network", "from, to"),
  /** Figures with what is uncertain about them. */
  CHART("chart", "/figures", "value or low or high, thing or label");

  private final String title;
  private final String path;
  private final String needed;

  View(String title, String path, String needed) {
    this.title = title;
    this.path = path;
    this.needed = needed;
  }

  /** The view of a name, as the head of a query gives it. */
  public static Optional<View> named(String name) {
    return Arrays.stream(values()).filter(view -> view.title.equals(name)).findFirst();
  }

  /** The names of all views. */
  public static List<String> names() {
    return Arrays.stream(values()).map(View::title).toList();
  }

  /** Its name at the head of a query. */
  public String title() {
    return title;
  }

  /** Where it is shown. */
  public String path() {
    return path;
  }

  /** Which column is missing of those without which nothing can be drawn, if one is. */
  public Optional<String> missing(Collection<String> columns) {
    return Stream.of(needed.split(", ", -1))
        .filter(names -> Stream.of(names.split(" or ", -1)).noneMatch(columns::contains))
        .map(names -> "?" + names.replace(" or ", " or ?"))
        .findFirst();
  }
}
