package org.w3id.scokg.guard;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;

/** A dataset whose graphs are watched, for what describes a resource beside the engine. */
final class WatchedDataset extends DatasetGraphWrapper {

  private final Allowance allowance;

  WatchedDataset(DatasetGraph dataset, Allowance allowance) {
    super(dataset);
    this.allowance = allowance;
  }

  @Override
  public Graph getDefaultGraph() {
    return new WatchedGraph(super.getDefaultGraph(), allowance);
  }

  @Override
  public Graph getUnionGraph() {
    return new WatchedGraph(super.getUnionGraph(), allowance);
  }

  @Override
  public Graph getGraph(Node name) {
    return new WatchedGraph(super.getGraph(name), allowance);
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return watched(super.listGraphNodes());
  }

  @Override
  public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
    return watched(super.find(graph, subject, predicate, object));
  }

  private <T> Iterator<T> watched(Iterator<T> found) {
    return Iter.map(
        found,
        each -> {
          allowance.check();
          return each;
        });
  }
}
