package org.w3id.scokg.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds room for names, so that none covers another. Not thread-safe. */
final class LabelSpace {

  private final double width;
  private final double height;
  private final List<double[]> taken = new ArrayList<>();

  LabelSpace(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** Keeps names away from a box. */
  void take(double left, double top, double right, double bottom) {
    taken.add(new double[] {left, top, right, bottom});
  }

  /** Room for a name that is centred at a point, if there is any; that is then taken. */
  Optional<double[]> over(double x, double y, String name, double size) {
    double half = TextWidth.of(name, size) / 2;
    return free(x - half, y - size * 0.6, half * 2, size * 1.2)
        ? Optional.of(new double[] {x - half, y + size * 0.35})
        : Optional.empty();
  }

  /** Room for a name beside a point: right of it, left, above or below. */
  Optional<double[]> beside(double x, double y, String name, double size) {
    double length = TextWidth.of(name, size);
    double[][] places = {
      {x + 7, y - size * 0.6},
      {x - 7 - length, y - size * 0.6},
      {x - length / 2, y - 7 - size * 1.2},
      {x - length / 2, y + 7},
      {x + 6, y - size * 1.3},
      {x + 6, y + 2},
    };
    for (double[] place : places) {
      if (free(place[0], place[1], length, size * 1.2)) {
        return Optional.of(new double[] {place[0], place[1] + size * 0.95});
      }
    }
    return Optional.empty();
  }

  private boolean free(double left, double top, double length, double tall) {
    double right = left + length;
    double bottom = top + tall;
    boolean isFree =
        left >= 2
            && top >= 2
            && right <= width - 2
            && bottom <= height - 2
            && taken.stream()
                .noneMatch(b -> left < b[2] && right > b[0] && top < b[3] && bottom > b[1]);
    if (isFree) {
      take(left, top, right, bottom);
    }
    return isFree;
  }
}
