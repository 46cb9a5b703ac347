package org.w3id.scokg.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one was probably meant to be. */
public final class Suggestion {

  private Suggestion() {}

  /**
   * The known name nearest to {@code name} by edit distance, ignoring case.
   *
   * @return the nearest name, or empty where none is near enough to be a likely slip (more than a
   *     third of its length away)
   */
  public static Optional<String> nearest(String name, Collection<String> known) {
    record Candidate(String name, int distance) {}
    int bound = Math.max(1, name.length() / 3);
    return known.stream()
        .map(k -> new Candidate(k, distance(name, k, bound)))
        .filter(c -> c.distance() <= bound)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  /**
   * The number of letters to insert, delete, replace, or swap with their neighbour, or {@code bound
   * + 1} where the lengths alone say that it is more.
   */
  private static int distance(String left, String right, int bound) {
    if (Math.abs(left.length() - right.length()) > bound) {
      return bound + 1;
    }
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      distance[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      distance[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replaced = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int shifted = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
        distance[i][j] = Math.min(replaced, shifted);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          distance[i][j] = Math.min(distance[i][j], distance[i - 2][j - 2] + 1);
        }
      }
    }
    return distance[a.length()][b.length()];
  }
}
