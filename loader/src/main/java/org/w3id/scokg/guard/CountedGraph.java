package org.w3id.scokg.guard;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;

/** The graph of an answer, which is made whole in memory. */
final class CountedGraph extends GraphWrapper {

  private final Allowance allowance;

  CountedGraph(Graph graph, Allowance allowance) {
    super(graph);
    this.allowance = allowance;
  }

  @Override
  public void add(Triple triple) {
    allowance.check();
    int before = size();
    super.add(triple);
    if (size() > before) {
      allowance.countRow();
      allowance.hold(Weight.of(triple));
    }
  }
}
