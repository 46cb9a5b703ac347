package org.w3id.scokg.draw;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much something is, with what is uncertain about it.
 *
 * @param value the number, where one is given
 * @param low the number that it is not below
 * @param high the number that it is not above
 * @param isAbout whether the number is told to be rounded
 */
public record Amount(
    Optional<Double> value, Optional<Double> low, Optional<Double> high, boolean isAbout) {

  /** How far a rounded number is drawn to reach, either way, since no source tells it. */
  static final double ROUGHLY = 0.05;

  /** Whether there is any number in it. */
  public boolean isKnown() {
    return value.isPresent() || low.isPresent() || high.isPresent();
  }

  /** The largest number in it, without its sign. */
  public double size() {
    return Stream.of(value, low, high)
        .flatMap(Optional::stream)
        .mapToDouble(Math::abs)
        .max()
        .orElse(0);
  }
}
