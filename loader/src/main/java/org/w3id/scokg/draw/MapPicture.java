package org.w3id.scokg.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws a map: areas in their colours, places on it, and as many names as there is room for. */
public final class MapPicture {

  private static final double FONT = 13;
  private static final double SMALL_FONT = 11;

  /** How far places that share a point are moved apart. */
  private static final double APART = 9;

  private final MapView view;
  private final LabelSpace space;
  private final List<Shape> names = new ArrayList<>();

  /**
   * An area that is drawn.
   *
   * @param code its ISO 3166-1 numeric code
   * @param mark what is said of it
   */
  public record Area(String code, Mark mark) {}

  /**
   * A place that is drawn.
   *
   * @param position where it is
   * @param mark what is said of it
   */
  public record Place(Position position, Mark mark) {}

  private MapPicture(MapView view) {
    this.view = view;
    this.space = new LabelSpace(MapView.WIDTH, view.height());
  }

  /**
   * Draws a map.
   *
   * @param areas each of which the view knows
   * @param places which are within the view
   * @param label what the picture is called
   */
  public static Shape of(MapView view, List<Area> areas, List<Place> places, String label) {
    MapPicture picture = new MapPicture(view);
    List<Shape> shapes = new ArrayList<>();
    List<String> codes = areas.stream().map(Area::code).toList();
    shapes.add(Shape.of("path", "class", "land", "d", path(view.otherRings(codes), true)));
    Map<Area, List<double[]>> rings = new LinkedHashMap<>();
    areas.forEach(area -> rings.put(area, view.rings(area.code())));
    rings.forEach((area, parts) -> shapes.add(area(area, parts)));
    shapes.add(Shape.of("path", "class", "borders", "d", path(view.borders(), false)));
    List<Shape> drawn = picture.places(places);
    rings.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .sorted(Comparator.comparingDouble(entry -> -Lines.area(entry.getValue().get(0))))
        .forEach(entry -> picture.name(entry.getKey(), entry.getValue().get(0)));
    shapes.addAll(drawn);
    shapes.addAll(picture.names);
    return Shape.picture(MapView.WIDTH, view.height(), label, shapes);
  }

  private static Shape area(Area area, List<double[]> rings) {
    return area.mark()
        .around(List.of(Shape.of("path", "d", path(rings, true), "fill-rule", "evenodd")));
  }

  private static String path(List<double[]> lines, boolean isClosed) {
    StringBuilder path = new StringBuilder();
    lines.forEach(line -> Lines.path(line, isClosed, path));
    return path.toString();
  }

  private void name(Area area, double[] ring) {
    double[] centre = Lines.centre(ring);
    String name = area.mark().label();
    space
        .over(centre[0], centre[1], name, FONT)
        .or(() -> space.beside(centre[0], centre[1], name, FONT))
        .ifPresent(at -> names.add(text(name, at, "area-name")));
  }

  private static Shape text(String name, double[] at, String style) {
    return Shape.text(
        "text", name, "class", style, "x", Shape.number(at[0]), "y", Shape.number(at[1]));
  }

  /** Draws places; their dots come first, so that no name covers one. */
  private List<Shape> places(List<Place> places) {
    Map<String, Integer> shared = new HashMap<>();
    Map<Place, double[]> dots = new LinkedHashMap<>();
    for (Place place : places) {
      if (!place.position().isLine()) {
        double[] at = view.at(place.position().degrees()[0], place.position().degrees()[1]);
        String point = Shape.number(at[0]) + " " + Shape.number(at[1]);
        int before = shared.merge(point, 1, Integer::sum) - 1;
        double[] dot = {at[0] + before * APART, at[1]};
        space.take(dot[0] - 5, dot[1] - 5, dot[0] + 5, dot[1] + 5);
        dots.put(place, dot);
      }
    }
    List<Shape> shapes = new ArrayList<>();
    for (Place place : places) {
      double[] dot = dots.get(place);
      shapes.add(dot == null ? route(place) : dot(place, dot));
    }
    return shapes;
  }

  private Shape dot(Place place, double[] at) {
    List<Shape> shapes = new ArrayList<>();
    shapes.add(
        Shape.of("circle", "cx", Shape.number(at[0]), "cy", Shape.number(at[1]), "r", "4.5"));
    String name = place.mark().label();
    Optional<double[]> room = space.beside(at[0], at[1], name, SMALL_FONT);
    room.ifPresent(free -> shapes.add(text(name, free, "small")));
    return place.mark().around(shapes);
  }

  private Shape route(Place place) {
    double[] line = view.laid(place.position().degrees());
    return place
        .mark()
        .around(List.of(Shape.of("path", "class", "route", "d", path(List.of(line), false))));
  }
}
