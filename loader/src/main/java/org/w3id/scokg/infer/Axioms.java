package org.w3id.scokg.infer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/** Reads the axioms of an ontology graph, always in the same order. */
final class Axioms {

  // A graph in memory iterates in hash order; sorting keeps the compiled rules the same in each
  // run.
  private static final Comparator<Triple> BY_TEXT = Comparator.comparing(Triple::toString);

  private final Graph graph;

  Axioms(Graph graph) {
    this.graph = graph;
  }

  /** All triples with this predicate. */
  List<Triple> with(Node predicate) {
    return graph.find(Node.ANY, predicate, Node.ANY).toList().stream().sorted(BY_TEXT).toList();
  }

  /** All subjects declared to be of this type. */
  List<Node> ofType(Node type) {
    return graph.find(Node.ANY, RDF.Nodes.type, type).toList().stream()
        .sorted(BY_TEXT)
        .map(Triple::getSubject)
        .toList();
  }

  /** The value of a predicate that has one value in a well-formed ontology. */
  Optional<Node> value(Node subject, Node predicate) {
    return graph.find(subject, predicate, Node.ANY).toList().stream()
        .min(BY_TEXT)
        .map(Triple::getObject);
  }

  /** The members of an RDF list; a broken or circular list ends where it breaks. */
  List<Node> list(Node head) {
    List<Node> members = new ArrayList<>();
    Set<Node> seen = new LinkedHashSet<>();
    Optional<Node> cell = Optional.of(head);
    while (cell.isPresent() && !cell.get().equals(RDF.Nodes.nil) && seen.add(cell.get())) {
      value(cell.get(), RDF.Nodes.first).ifPresent(members::add);
      cell = value(cell.get(), RDF.Nodes.rest);
    }
    return members;
  }

  /** The property an expression stands for: {@code [ owl:inverseOf :p ]} is :p read backwards. */
  Link link(Node expression) {
    if (expression.isBlank()) {
      Optional<Node> inverted = value(expression, OWL2.inverseOf.asNode());
      if (inverted.isPresent()) {
        return new Link(inverted.get(), true);
      }
    }
    return Link.of(expression);
  }
}
