package org.w3id.scokg.draw;

/**
 * Lambert's azimuthal equal-area projection: areas are true, and shapes nearly so around the
 * centre. It knows no antimeridian. The sphere has radius 1.
 */
final class AzimuthalEqualArea implements Projection {

  /** How far from the centre it is used, in degrees: beyond a hemisphere, shapes are torn. */
  static final double FARTHEST = 85;

  /** Points farther away than that, in degrees, have no place. */
  private static final double HORIZON = 130;

  private final double lambda;
  private final double sine;
  private final double cosine;

  AzimuthalEqualArea(Cap cap) {
    this.lambda = Math.toRadians(cap.longitude());
    this.sine = Math.sin(Math.toRadians(cap.latitude()));
    this.cosine = Math.cos(Math.toRadians(cap.latitude()));
  }

  @Override
  public double[] at(double longitude, double latitude) {
    double phi = Math.toRadians(latitude);
    double turn = Math.toRadians(longitude) - lambda;
    double near = sine * Math.sin(phi) + cosine * Math.cos(phi) * Math.cos(turn);
    if (near < Math.cos(Math.toRadians(HORIZON))) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double scale = Math.sqrt(2 / (1 + near));
    return new double[] {
      scale * Math.cos(phi) * Math.sin(turn),
      -scale * (cosine * Math.sin(phi) - sine * Math.cos(phi) * Math.cos(turn))
    };
  }
}
