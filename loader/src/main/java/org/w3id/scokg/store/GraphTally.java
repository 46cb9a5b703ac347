package org.w3id.scokg.store;

/** Counts the tuples of each graph, in an order that begins with the graph. */
final class GraphTally implements Tally {

  private static final int KEPT = 100;

  final Most graphs = new Most(KEPT);
  private int graph = -1;
  private long tuples;

  @Override
  public void next(int[] ranks) {
    if (ranks[0] != graph) {
      end();
      graph = ranks[0];
      tuples = 0;
    }
    tuples++;
  }

  @Override
  public void end() {
    if (tuples > 0) {
      graphs.add(graph, tuples);
    }
  }
}
