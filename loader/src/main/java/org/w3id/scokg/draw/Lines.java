package org.w3id.scokg.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes lines of points, as x and y in turn, lighter, and cuts them at the edge of a picture. */
final class Lines {

  private Lines() {}

  /**
   * A line without the points that hardly matter (Douglas and Peucker). Its ends stay, so that what
   * shares a line still does.
   */
  static double[] simplify(double[] line, double tolerance) {
    int points = line.length / 2;
    if (points < 3) {
      return line;
    }
    boolean[] isKept = new boolean[points];
    isKept[0] = true;
    isKept[points - 1] = true;
    keep(line, 0, points - 1, tolerance * tolerance, isKept);
    double[] light = new double[line.length];
    int at = 0;
    for (int i = 0; i < points; i++) {
      if (isKept[i]) {
        light[at++] = line[2 * i];
        light[at++] = line[2 * i + 1];
      }
    }
    return Arrays.copyOf(light, at);
  }

  private static void keep(double[] line, int from, int to, double tolerance, boolean[] isKept) {
    double most = tolerance;
    int farthest = -1;
    for (int i = from + 1; i < to; i++) {
      double distance = distance(line, i, from, to);
      if (distance > most) {
        most = distance;
        farthest = i;
      }
    }
    if (farthest > 0) {
      isKept[farthest] = true;
      keep(line, from, farthest, tolerance, isKept);
      keep(line, farthest, to, tolerance, isKept);
    }
  }

  /** The square of the distance of a point from the line between two others. */
  private static double distance(double[] line, int point, int from, int to) {
    double x = line[2 * from];
    double y = line[2 * from + 1];
    double dx = line[2 * to] - x;
    double dy = line[2 * to + 1] - y;
    double length = dx * dx + dy * dy;
    if (length > 0) {
      double share = ((line[2 * point] - x) * dx + (line[2 * point + 1] - y) * dy) / length;
      double along = Math.max(0, Math.min(1, share));
      x += along * dx;
      y += along * dy;
    }
    dx = line[2 * point] - x;
    dy = line[2 * point + 1] - y;
    return dx * dx + dy * dy;
  }

  /** A ring, cut at the edges of a box (Sutherland and Hodgman); empty if it lies outside. */
  static double[] clip(double[] ring, double left, double top, double right, double bottom) {
    double[] cut = cut(ring, 0, left, 1);
    cut = cut(cut, 0, right, -1);
    cut = cut(cut, 1, top, 1);
    return cut(cut, 1, bottom, -1);
  }

  /** What lies on one side of an edge: where the coordinate of an axis is beyond it. */
  private static double[] cut(double[] ring, int axis, double edge, int sign) {
    List<double[]> kept = new ArrayList<>();
    int points = ring.length / 2;
    for (int i = 0; i < points; i++) {
      double[] here = {ring[2 * i], ring[2 * i + 1]};
      int before = (i + points - 1) % points;
      double[] last = {ring[2 * before], ring[2 * before + 1]};
      boolean isIn = sign * (here[axis] - edge) >= 0;
      if (isIn != (sign * (last[axis] - edge) >= 0)) {
        double share = (edge - last[axis]) / (here[axis] - last[axis]);
        double[] crossing = {
          last[0] + share * (here[0] - last[0]), last[1] + share * (here[1] - last[1])
        };
        crossing[axis] = edge;
        kept.add(crossing);
      }
      if (isIn) {
        kept.add(here);
      }
    }
    double[] cut = new double[2 * kept.size()];
    for (int i = 0; i < kept.size(); i++) {
      cut[2 * i] = kept.get(i)[0];
      cut[2 * i + 1] = kept.get(i)[1];
    }
    return cut;
  }

  /** The size of the area within a ring, without its sign. */
  static double area(double[] ring) {
    return Math.abs(signedArea(ring));
  }

  private static double signedArea(double[] ring) {
    double sum = 0;
    for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      sum += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
    }
    return sum / 2;
  }

  /** The centre of gravity of the area within a ring. */
  static double[] centre(double[] ring) {
    double area = signedArea(ring);
    if (area == 0) {
      return new double[] {ring[0], ring[1]};
    }
    double x = 0;
    double y = 0;
    for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      double cross = ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
      x += (ring[j] + ring[i]) * cross;
      y += (ring[j + 1] + ring[i + 1]) * cross;
    }
    return new double[] {x / (6 * area), y / (6 * area)};
  }

  /** A line as a path: absolute at its beginning, then by steps, in tenths of a unit. */
  static void path(double[] line, boolean isClosed, StringBuilder path) {
    long x = 0;
    long y = 0;
    int drawn = 0;
    for (int i = 0; i < line.length; i += 2) {
      long nextX = Math.round(line[i] * 10);
      long nextY = Math.round(line[i + 1] * 10);
      if (i == 0 || nextX != x || nextY != y) {
        path.append(i == 0 ? 'M' : drawn == 1 ? 'l' : ' ');
        path.append(Shape.number((nextX - x) / 10.0)).append(' ');
        path.append(Shape.number((nextY - y) / 10.0));
        x = nextX;
        y = nextY;
        drawn++;
      }
    }
    if (isClosed && drawn > 0) {
      path.append('z');
    }
  }
}
