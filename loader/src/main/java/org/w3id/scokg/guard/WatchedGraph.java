package org.w3id.scokg.guard;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A graph in which a search ends when the query is to end. Where the engine follows a path, it asks
 * nobody else whether to go on.
 */
final class WatchedGraph extends GraphWrapper {

  private final Allowance allowance;

  WatchedGraph(Graph graph, Allowance allowance) {
    super(graph);
    this.allowance = allowance;
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    allowance.check();
    return new Watched(super.find(pattern));
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    allowance.check();
    return new Watched(super.find(subject, predicate, object));
  }

  @Override
  public boolean contains(Node subject, Node predicate, Node object) {
    allowance.check();
    return super.contains(subject, predicate, object);
  }

  /** What was found. */
  private final class Watched extends WrappedIterator<Triple> {
    Watched(ExtendedIterator<Triple> found) {
      super(found);
    }

    @Override
    public Triple next() {
      allowance.check();
      return super.next();
    }
  }
}
