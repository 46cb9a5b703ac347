package org.w3id.scokg.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts columns side by side such that lines between them are short. */
final class ColumnOrder {

  /** Where there are more columns, all orders would be too many to try. */
  private static final int TRIED = 7;

  private ColumnOrder() {}

  /**
   * Arranges columns; of orders that are as good, the first is taken.
   *
   * @param columns which are put in order
   * @param groups the name of the column of each node
   */
  static <T> void arrange(
      List<T> columns,
      Map<String, String> groups,
      List<Network.Link> links,
      Function<T, String> name) {
    int size = columns.size();
    if (size < 3 || size > TRIED) {
      return;
    }
    List<String> names = columns.stream().map(name).toList();
    int[][] ties = new int[size][size];
    for (Network.Link link : links) {
      int from = names.indexOf(groups.getOrDefault(link.from(), ""));
      int to = names.indexOf(groups.getOrDefault(link.to(), ""));
      if (from >= 0 && to >= 0) {
        ties[from][to]++;
      }
    }
    int[] best = best(ties);
    List<T> arranged = new ArrayList<>();
    for (int index : best) {
      arranged.add(columns.get(index));
    }
    columns.clear();
    columns.addAll(arranged);
  }

  private static int[] best(int[][] ties) {
    int[] best = new int[ties.length];
    long[] least = {Long.MAX_VALUE};
    permute(new int[ties.length], 0, 0, ties, best, least);
    return best;
  }

  private static void permute(
      int[] order, int length, int used, int[][] ties, int[] best, long[] least) {
    if (length == order.length) {
      long cost = cost(order, ties);
      if (cost < least[0]) {
        least[0] = cost;
        System.arraycopy(order, 0, best, 0, order.length);
      }
      return;
    }
    for (int i = 0; i < order.length; i++) {
      if ((used & (1 << i)) == 0) {
        order[length] = i;
        permute(order, length + 1, used | (1 << i), ties, best, least);
      }
    }
  }

  private static long cost(int[] order, int[][] ties) {
    long cost = 0;
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j < order.length; j++) {
        cost += (long) ties[order[i]][order[j]] * Math.abs(i - j);
      }
    }
    return cost;
  }
}
