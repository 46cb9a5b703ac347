package org.w3id.scokg.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The part of the world that a map shows, laid onto a plane: so much that all that is to be seen
 * has room. It does not change.
 */
public final class MapView {

  /** How wide a map is. */
  static final double WIDTH = 1100;

  private static final double FLATTEST = 0.4;
  private static final double TALLEST = 0.8;

  /** The least that is shown, as a part of the sphere's radius, where all is in one place. */
  private static final double LEAST = 0.12;

  private static final double MARGIN = 0.04;

  /** What is nearer to the line is not seen. */
  private static final double TOLERANCE = 0.6;

  /** Parts of an area that are both small, as a share of its largest, and far, in degrees. */
  private static final double SMALL = 0.05;

  private static final double FAR = 15;

  private final World world;
  private final Projection projection;
  private final double left;
  private final double top;
  private final double scale;
  private final double height;
  private final List<double[]> lines;

  private MapView(World world, Projection projection, double[] box) {
    this.world = world;
    this.projection = projection;
    this.left = box[0];
    this.top = box[1];
    this.scale = WIDTH / (box[2] - box[0]);
    this.height = (box[3] - box[1]) * scale;
    this.lines = world.arcs().stream().map(a -> Lines.simplify(laid(a), TOLERANCE)).toList();
  }

  /**
   * A view of the shipped world.
   *
   * @param codes of the areas to be seen, ISO 3166-1 numeric of three digits
   * @param positions further things to be seen
   */
  public static MapView of(Set<String> codes, List<Position> positions) {
    return of(World.shipped(), codes, positions);
  }

  static MapView of(World world, Set<String> codes, List<Position> positions) {
    List<double[]> seen = new ArrayList<>();
    codes.stream().sorted().forEach(code -> seen.addAll(mainParts(world, code)));
    positions.forEach(position -> seen.add(position.degrees()));
    if (seen.isEmpty()) {
      seen.add(new double[] {-180, 0, -90, 0, 0, 0, 90, 0, 180, 0, 0, 80, 0, -60});
    }
    Projection projection = Projection.of(Cap.around(seen));
    return new MapView(world, projection, box(projection, seen));
  }

  /** The rings of an area without islands that are small and far, for which there is no room. */
  private static List<double[]> mainParts(World world, String code) {
    List<double[]> rings =
        world.areas(code).stream()
            .flatMap(area -> area.rings().stream())
            .map(ring -> World.ring(ring, world.arcs()))
            .toList();
    Optional<double[]> largest =
        rings.stream().max((one, other) -> Double.compare(size(one), size(other)));
    return rings.stream()
        .filter(r -> size(r) >= SMALL * size(largest.get()) || isNear(r, largest.get()))
        .toList();
  }

  /** The size of a ring as it is on the sphere, about, whatever the latitude. */
  private static double size(double[] ring) {
    return Lines.area(ring) * Math.cos(Math.toRadians(ring[1]));
  }

  private static boolean isNear(double[] ring, double[] other) {
    double shrunk = Math.cos(Math.toRadians(ring[1]));
    for (int i = 0; i < other.length; i += 2) {
      double east = Math.abs(other[i] - ring[0]);
      double dx = Math.min(east, 360 - east) * shrunk;
      double dy = other[i + 1] - ring[1];
      if (dx * dx + dy * dy < FAR * FAR) {
        return true;
      }
    }
    return false;
  }

  /** The box around what is seen, with a margin, neither too flat nor too tall. */
  private static double[] box(Projection projection, List<double[]> seen) {
    double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (double[] line : seen) {
      for (int i = 0; i < line.length; i += 2) {
        double[] at = projection.at(line[i], line[i + 1]);
        box[0] = Math.min(box[0], at[0]);
        box[1] = Math.min(box[1], at[1]);
        box[2] = Math.max(box[2], at[0]);
        box[3] = Math.max(box[3], at[1]);
      }
    }
    double wide = Math.max(LEAST, (box[2] - box[0]) * (1 + 2 * MARGIN));
    double tall = Math.max(LEAST * FLATTEST, (box[3] - box[1]) * (1 + 2 * MARGIN));
    wide = Math.max(wide, tall / TALLEST);
    tall = Math.max(tall, wide * FLATTEST);
    double x = (box[0] + box[2]) / 2;
    double y = (box[1] + box[3]) / 2;
    return new double[] {x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2};
  }

  /** How tall the map is. */
  double height() {
    return height;
  }

  /** Where a place comes to lie. */
  double[] at(double longitude, double latitude) {
    double[] at = projection.at(longitude, latitude);
    return new double[] {(at[0] - left) * scale, (at[1] - top) * scale};
  }

  /** A line of degrees, in the units of the map. */
  double[] laid(double[] degrees) {
    double[] laid = new double[degrees.length];
    for (int i = 0; i < degrees.length; i += 2) {
      double[] at = at(degrees[i], degrees[i + 1]);
      laid[i] = at[0];
      laid[i + 1] = at[1];
    }
    return laid;
  }

  /** Whether there is an area of a code. */
  public boolean knows(String code) {
    return !world.areas(code).isEmpty();
  }

  /** The rings of an area, as far as they are within the map, the largest first. */
  List<double[]> rings(String code) {
    return rings(world.areas(code).stream());
  }

  /** The rings of all areas but those of some codes. */
  List<double[]> otherRings(Collection<String> codes) {
    return rings(world.areas().stream().filter(area -> !codes.contains(area.code())));
  }

  private List<double[]> rings(Stream<World.Area> areas) {
    return areas
        .flatMap(area -> area.rings().stream())
        .map(ring -> World.ring(ring, lines))
        .filter(ring -> Arrays.stream(ring).noneMatch(Double::isNaN))
        .map(ring -> Lines.clip(ring, -9, -9, WIDTH + 9, height + 9))
        .filter(ring -> ring.length > 4 && Lines.area(ring) > TOLERANCE)
        .sorted((one, other) -> Double.compare(Lines.area(other), Lines.area(one)))
        .toList();
  }

  /**
   * The lines between areas and along coasts, as far as they are within the map. The antimeridian
   * and the poles, at which areas are cut, are no borders.
   */
  List<double[]> borders() {
    List<double[]> borders = new ArrayList<>();
    for (double[] arc : world.arcs()) {
      int from = 0;
      for (int i = 2; i < arc.length; i += 2) {
        if (isSeam(arc, i - 2, i)) {
          border(arc, from, i, borders);
          from = i;
        }
      }
      border(arc, from, arc.length, borders);
    }
    return borders;
  }

  private static boolean isSeam(double[] arc, int one, int other) {
    return (Math.abs(arc[one]) > 179.99 && Math.abs(arc[other]) > 179.99)
        || (Math.abs(arc[one + 1]) > 89.9 && Math.abs(arc[other + 1]) > 89.9);
  }

  private void border(double[] arc, int from, int to, List<double[]> borders) {
    double[] line = Lines.simplify(laid(Arrays.copyOfRange(arc, from, to)), TOLERANCE);
    boolean isSeen = false;
    for (int i = 0; i < line.length; i += 2) {
      if (Double.isNaN(line[i])) {
        return;
      }
      isSeen |= line[i] > 0 && line[i] < WIDTH && line[i + 1] > 0 && line[i + 1] < height;
    }
    if (isSeen && line.length > 2) {
      borders.add(line);
    }
  }
}
