package org.w3id.scokg.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the nodes of each column in an order in which few lines cross, by their middles. */
final class NodeOrder {

  private static final int SWEEPS = 12;

  private NodeOrder() {}

  /** Arranges the nodes within columns, which are put in order. */
  static void arrange(List<List<Network.Node>> columns, List<Network.Link> links) {
    Map<String, List<String>> neighbours = new HashMap<>();
    for (Network.Link link : links) {
      neighbours.computeIfAbsent(link.from(), k -> new ArrayList<>()).add(link.to());
      neighbours.computeIfAbsent(link.to(), k -> new ArrayList<>()).add(link.from());
    }
    Map<String, Double> heights = new HashMap<>();
    columns.forEach(column -> heights(column, heights));
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i < columns.size(); i++) {
        List<Network.Node> column = columns.get(sweep % 2 == 0 ? i : columns.size() - 1 - i);
        Map<String, Double> middles = new HashMap<>();
        column.forEach(node -> middles.put(node.id(), middle(node, neighbours, heights)));
        // The sort is stable, so that what is equal stays as it was.
        column.sort(Comparator.comparing(node -> middles.getOrDefault(node.id(), 0.5)));
        heights(column, heights);
      }
    }
  }

  private static void heights(List<Network.Node> column, Map<String, Double> heights) {
    for (int i = 0; i < column.size(); i++) {
      heights.put(column.get(i).id(), (i + 0.5) / column.size());
    }
  }

  private static double middle(
      Network.Node node, Map<String, List<String>> neighbours, Map<String, Double> heights) {
    return neighbours.getOrDefault(node.id(), List.of()).stream()
        .filter(heights::containsKey)
        .mapToDouble(id -> heights.getOrDefault(id, 0.5))
        .average()
        .orElse(heights.getOrDefault(node.id(), 0.5));
  }
}
