package org.w3id.scokg.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lines become lighter and are cut. */
class LinesTest {

  @Test
  void whatHardlyMattersGoes() {
    double[] line = {0, 0, 1, 0.1, 2, -0.1, 3, 5, 4, 5.1, 5, 5};

    assertThat(Lines.simplify(line, 0.5)).containsExactly(0, 0, 2, -0.1, 3, 5, 5, 5);
    assertThat(Lines.simplify(line, 100)).containsExactly(0, 0, 5, 5);
  }

  @Test
  void aRingThatComesBackKeepsItsFarthestPoint() {
    assertThat(Lines.simplify(new double[] {0, 0, 9, 0, 9, 9, 0, 0}, 1)).contains(9, 9);
  }

  @Test
  void aRingIsCutAtTheEdges() {
    double[] cut = Lines.clip(new double[] {-5, -5, 5, -5, 5, 5, -5, 5}, 0, 0, 10, 10);

    assertThat(Lines.area(cut)).isEqualTo(25);
    assertThat(Lines.centre(cut)).containsExactly(2.5, 2.5);
  }

  @Test
  void aRingOutsideIsGone() {
    assertThat(Lines.clip(new double[] {20, 20, 30, 20, 30, 30}, 0, 0, 10, 10)).isEmpty();
  }

  @Test
  void aRingAroundEverythingFillsTheBox() {
    double[] cut = Lines.clip(new double[] {-90, -90, 90, -90, 90, 90, -90, 90}, 0, 0, 10, 10);

    assertThat(Lines.area(cut)).isEqualTo(100);
  }

  @Test
  void aPathGoesByStepsOfTenthsAndAddsUpNoErrors() {
    StringBuilder path = new StringBuilder();
    Lines.path(new double[] {1.04, 2, 1.08, 2.04, 1.12, 2, 11, -2.5}, true, path);

    assertThat(path).hasToString("M1 2l0.1 0 9.9 -4.5z");
  }
}
