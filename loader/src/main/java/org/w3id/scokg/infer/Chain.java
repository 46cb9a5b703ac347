package org.w3id.scokg.infer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * prp-spo2 and prp-trp: a way along these links, in this order, implies one link from its start to
 * its end.
 *
 * @param links the links of the chain, at least two
 * @param position which of them the waking triple is
 * @param conclusion what the chain implies
 */
record Chain(List<Link> links, int position, Link conclusion) implements Rule {

  /** Finds every way that leads over {@code triple}. */
  @Override
  public void fire(Triple triple, Run run) {
    // A way of asserted triples alone is found from its first link; one that holds a derived triple
    // is found when the last of these is taken up. So nothing is lost by waking on fewer.
    if (position > 0 && run.isReadingAsserted()) {
      return;
    }
    Deque<Triple> way = new ArrayDeque<>();
    way.add(triple);
    backwards(position, way, run);
  }

  private void backwards(int reached, Deque<Triple> way, Run run) {
    if (reached == 0) {
      forwards(position, way, run);
      return;
    }
    Link before = links.get(reached - 1);
    Node start = links.get(reached).from(way.getFirst());
    for (Triple step : run.links(before.reversed(), start)) {
      way.addFirst(step);
      backwards(reached - 1, way, run);
      way.removeFirst();
    }
  }

  private void forwards(int reached, Deque<Triple> way, Run run) {
    Node end = links.get(reached).to(way.getLast());
    if (reached == links.size() - 1) {
      Node start = links.get(0).from(way.getFirst());
      run.derive(conclusion, start, end, way.toArray(Triple[]::new));
      return;
    }
    for (Triple step : run.links(links.get(reached + 1), end)) {
      way.addLast(step);
      forwards(reached + 1, way, run);
      way.removeLast();
    }
  }
}
