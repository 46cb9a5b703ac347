package org.w3id.scokg.ontology;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/**
 * Makes up individuals that give each axiom of an ontology something to conclude: an instance of
 * each class, a link of each object property, and a way along each property chain.
 */
final class SampleData {

  static final String NAMESPACE = "http://example.org/individual/";

  private final Graph ontology;
  private final Graph data = GraphFactory.createDefaultGraph();
  private int individuals;

  private SampleData(Graph ontology) {
    this.ontology = ontology;
  }

  static Graph of(Graph ontology) {
    SampleData sample = new SampleData(ontology);
    sample.named(OWL2.Class.asNode()).forEach(c -> sample.add(sample.next(), RDF.Nodes.type, c));
    sample
        .named(OWL2.ObjectProperty.asNode())
        .forEach(p -> sample.add(sample.next(), p, sample.next()));
    for (Triple chain :
        ontology.find(Node.ANY, OWL2.propertyChainAxiom.asNode(), Node.ANY).toList()) {
      sample.walk(GraphList.members(GNode.create(ontology, chain.getObject())));
    }
    return sample.data;
  }

  private List<Node> named(Node type) {
    return ontology
        .find(Node.ANY, RDF.Nodes.type, type)
        .mapWith(Triple::getSubject)
        .toList()
        .stream()
        .filter(Node::isURI)
        .toList();
  }

  /** A way along the chain; a property that stands for a class is a step on the spot. */
  private void walk(List<Node> chain) {
    Node here = next();
    for (Node step : chain) {
      Optional<Node> type = standsFor(step);
      if (type.isPresent()) {
        add(here, RDF.Nodes.type, type.get());
      } else {
        Node there = next();
        add(here, step, there);
        here = there;
      }
    }
  }

  /** The class whose instances are those linked to themselves by the property. */
  private Optional<Node> standsFor(Node property) {
    return ontology.find(Node.ANY, OWL2.onProperty.asNode(), property).toList().stream()
        .map(Triple::getSubject)
        .filter(r -> ontology.contains(r, OWL2.hasSelf.asNode(), Node.ANY))
        .flatMap(r -> ontology.find(Node.ANY, OWL2.equivalentClass.asNode(), r).toList().stream())
        .map(Triple::getSubject)
        .findFirst();
  }

  private Node next() {
    return NodeFactory.createURI(NAMESPACE + individuals++);
  }

  private void add(Node subject, Node predicate, Node object) {
    data.add(subject, predicate, object);
  }
}
