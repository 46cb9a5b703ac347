package org.w3id.scokg.draw;

/**
 * The Equal Earth projection (Šavrič, Patterson and Jenny 2018), which shows the whole world with
 * true areas. The sphere has radius 1.
 */
final class EqualEarth implements Projection {

  private static final double A1 = 1.340264;
  private static final double A2 = -0.081106;
  private static final double A3 = 0.000893;
  private static final double A4 = 0.003796;

  @Override
  public double[] at(double longitude, double latitude) {
    double theta = Math.asin(Math.sqrt(3) / 2 * Math.sin(Math.toRadians(latitude)));
    double square = theta * theta;
    double six = square * square * square;
    double slope = A1 + 3 * A2 * square + six * (7 * A3 + 9 * A4 * square);
    return new double[] {
      2 * Math.sqrt(3) / 3 * Math.toRadians(longitude) * Math.cos(theta) / slope,
      -theta * (A1 + A2 * square + six * (A3 + A4 * square))
    };
  }
}
