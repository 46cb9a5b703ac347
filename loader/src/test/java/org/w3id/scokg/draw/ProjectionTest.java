package org.w3id.scokg.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways to lay the sphere onto a plane. */
class ProjectionTest {

  @ParameterizedTest(name = "around {0}, {1}")
  @CsvSource({"0, 0", "90, 45", "180, -30", "-120, 80"})
  void theCentreIsInTheMiddleAndNorthIsUp(double longitude, double latitude) {
    Projection projection = new AzimuthalEqualArea(new Cap(longitude, latitude, 40));

    assertThat(projection.at(longitude, latitude))
        .containsExactly(new double[] {0, 0}, offset(1e-9));
    assertThat(projection.at(longitude, latitude + 5)[1]).isNegative();
    assertThat(projection.at(longitude + 5, latitude)[0]).isPositive();
  }

  @Test
  void ninetyDegreesAwayIsTheSquareRootOfTwo() {
    Projection projection = new AzimuthalEqualArea(new Cap(0, 0, 40));

    assertThat(projection.at(90, 0)[0]).isCloseTo(Math.sqrt(2), offset(1e-9));
    assertThat(projection.at(0, 90)[1]).isCloseTo(-Math.sqrt(2), offset(1e-9));
  }

  @Test
  void theOtherSideOfTheWorldHasNoPlace() {
    assertThat(new AzimuthalEqualArea(new Cap(20, 10, 40)).at(-160, -10)).containsOnly(Double.NaN);
  }

  @ParameterizedTest(name = "at {0}, {1}")
  @CsvSource({"0, 0", "60, 50", "-30, 20", "100, 70", "170, -40"})
  void areasAreTrue(double longitude, double latitude) {
    for (Projection projection :
        List.of(new AzimuthalEqualArea(new Cap(80, 30, 60)), new EqualEarth())) {
      double[] square = new double[8];
      double[][] corners = {{0, 0}, {0.01, 0}, {0.01, 0.01}, {0, 0.01}};
      for (int i = 0; i < 4; i++) {
        double[] at = projection.at(longitude + corners[i][0], latitude + corners[i][1]);
        square[2 * i] = at[0];
        square[2 * i + 1] = at[1];
      }
      double step = Math.toRadians(0.01);
      double real = step * step * Math.cos(Math.toRadians(latitude + 0.005));
      assertThat(Lines.area(square) / real).isCloseTo(1, offset(0.001));
    }
  }

  @Test
  void aCircleMayCrossTheAntimeridian() {
    Cap cap = Cap.around(List.of(new double[] {170, 10, -170, 10, 180, 0, 180, 20}));

    assertThat(Math.abs(cap.longitude())).isCloseTo(180, offset(0.5));
    assertThat(cap.latitude()).isCloseTo(10, offset(1.0));
    assertThat(cap.radius()).isCloseTo(10, offset(0.5));
  }

  @Test
  void whatLiesEvenlyAroundHasSomeCircle() {
    assertThat(Cap.around(List.of(new double[] {0, 0, 180, 0, 90, 0, -90, 0})).radius())
        .isGreaterThan(AzimuthalEqualArea.FARTHEST);
  }
}
