package org.w3id.scokg.draw;

import java.util.List;

/**
 * A circle on the sphere.
 *
 * @param longitude of its centre, in degrees
 * @param latitude of its centre, in degrees
 * @param radius in degrees
 */
record Cap(double longitude, double latitude, double radius) {

  private static final int STEPS = 200;

  /** A small circle around all points of some lines; it may well cross the antimeridian. */
  static Cap around(List<double[]> lines) {
    double[] centre = {0, 0, 0};
    for (double[] line : lines) {
      for (int i = 0; i < line.length; i += 2) {
        add(centre, vector(line[i], line[i + 1]), 1);
      }
    }
    // Going towards what is farthest, ever less far, ends in the middle (Bădoiu and Clarkson).
    for (int step = 1; step <= STEPS; step++) {
      normalize(centre);
      double[] farthest = farthest(centre, lines);
      for (int i = 0; i < 3; i++) {
        centre[i] += (farthest[i] - centre[i]) / (step + 1);
      }
    }
    normalize(centre);
    double radius = Math.toDegrees(Math.acos(clamp(dot(centre, farthest(centre, lines)))));
    return new Cap(
        Math.toDegrees(Math.atan2(centre[1], centre[0])),
        Math.toDegrees(Math.asin(clamp(centre[2]))),
        radius);
  }

  private static double[] farthest(double[] centre, List<double[]> lines) {
    double[] farthest = centre;
    double least = Double.MAX_VALUE;
    for (double[] line : lines) {
      for (int i = 0; i < line.length; i += 2) {
        double[] vector = vector(line[i], line[i + 1]);
        double near = dot(centre, vector);
        if (near < least) {
          least = near;
          farthest = vector;
        }
      }
    }
    return farthest;
  }

  private static double[] vector(double longitude, double latitude) {
    double lambda = Math.toRadians(longitude);
    double phi = Math.toRadians(latitude);
    return new double[] {
      Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)
    };
  }

  private static void add(double[] sum, double[] vector, double weight) {
    for (int i = 0; i < 3; i++) {
      sum[i] += vector[i] * weight;
    }
  }

  private static void normalize(double[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    for (int i = 0; i < 3; i++) {
      // What lies evenly around the sphere has no centre, so any will do.
      vector[i] = length < 1e-9 ? (i == 0 ? 1 : 0) : vector[i] / length;
    }
  }

  private static double dot(double[] one, double[] other) {
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
  }

  private static double clamp(double value) {
    return Math.max(-1, Math.min(1, value));
  }
}
