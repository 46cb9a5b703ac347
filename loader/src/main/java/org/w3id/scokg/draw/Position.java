package org.w3id.scokg.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something is on the world, or along what it runs.
 *
 * @param coordinates longitudes and latitudes in turn, in degrees
 * @param isLine whether it is a line
 */
public record Position(List<Double> coordinates, boolean isLine) {

  /** Copies the list. */
  public Position {
    coordinates = List.copyOf(coordinates);
  }

  private static final int LONGEST = 100_000;
  private static final Pattern TEXT =
      Pattern.compile("(?is)(?:<[^>]*>)?\\s*(POINT|LINESTRING)\\s*(?:Z\\s*)?\\(([^()]*)\\)\\s*");

  /** Reads well-known text, longitude before latitude; empty for what is no point and no line. */
  public static Optional<Position> of(String text) {
    Matcher known = TEXT.matcher(text);
    if (text.length() > LONGEST || !known.matches()) {
      return Optional.empty();
    }
    String[] points = known.group(2).strip().split("\\s*,\\s*", -1);
    List<Double> degrees = new ArrayList<>();
    boolean isLine = known.group(1).equalsIgnoreCase("LINESTRING");
    try {
      for (int i = 0; i < points.length; i++) {
        String[] numbers = points[i].split("\\s+", -1);
        degrees.add(Double.parseDouble(numbers[0]));
        degrees.add(Double.parseDouble(numbers[numbers.length > 1 ? 1 : 0]));
        if (numbers.length < 2 || !isOnTheWorld(degrees.get(2 * i), degrees.get(2 * i + 1))) {
          return Optional.empty();
        }
      }
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    return isLine == points.length > 1
        ? Optional.of(new Position(degrees, isLine))
        : Optional.empty();
  }

  /** The coordinates as the lines of a map have them. */
  double[] degrees() {
    return coordinates.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static boolean isOnTheWorld(double longitude, double latitude) {
    return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  }
}
