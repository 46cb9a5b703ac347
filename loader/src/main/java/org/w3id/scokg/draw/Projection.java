package org.w3id.scokg.draw;

/** Lays the sphere onto a plane; north is up, and y grows downwards, as on a screen. */
interface Projection {

  /** Where a point comes to lie, as x and y; not a number where it is too far from the centre. */
  double[] at(double longitude, double latitude);

  /** The projection that suits what lies within a circle. */
  static Projection of(Cap cap) {
    return cap.radius() < AzimuthalEqualArea.FARTHEST
        ? new AzimuthalEqualArea(cap)
        : new EqualEarth();
  }
}
