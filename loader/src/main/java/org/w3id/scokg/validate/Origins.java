package org.w3id.scokg.validate;

import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.w3id.scokg.diagnostic.Location;

/** Finds the rows that statements were made from; asked only when something is wrong with one. */
@FunctionalInterface
public interface Origins {

  /**
   * The rows of all statements of this pattern; {@link Node#ANY} stands for any term, and {@link
   * org.apache.jena.sparql.core.Quad#defaultGraphIRI} for the default graph.
   *
   * @return the places, in any order; empty if no row is known
   */
  List<Location> of(Node graph, Node subject, Node predicate, Node object);

  /**
   * These origins, which for a triple of no row answer with the rows of the triples it was inferred
   * from.
   *
   * @param premises the asserted triples that a triple follows from; empty if it does not follow
   */
  default Origins throughPremises(Function<Triple, List<Triple>> premises) {
    return (graph, subject, predicate, object) -> {
      List<Location> rows = of(graph, subject, predicate, object);
      if (!rows.isEmpty() || !subject.isConcrete() || !predicate.isConcrete()) {
        return rows;
      }
      if (!object.isConcrete()) {
        return rows;
      }
      return premises.apply(Triple.create(subject, predicate, object)).stream()
          .flatMap(p -> of(Node.ANY, p.getSubject(), p.getPredicate(), p.getObject()).stream())
          .toList();
    };
  }
}
