package org.w3id.scokg.validate;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Reads the axioms of an ontology that data can contradict; those on unnamed classes are left. */
final class ContradictionReader {

  private final Graph ontology;
  private final List<Contradiction> read = new ArrayList<>();

  private ContradictionReader(Graph ontology) {
    this.ontology = ontology;
  }

  static List<Contradiction> read(Graph ontology) {
    ContradictionReader reader = new ContradictionReader(ontology);
    reader.readClasses();
    reader.readProperties();
    reader.readRanges();
    return List.copyOf(reader.read);
  }

  private void readClasses() {
    for (Resource pair : List.of(OWL2.disjointWith, OWL2.complementOf)) {
      for (Triple axiom : with(pair)) {
        classes(List.of(axiom.getSubject(), axiom.getObject()), "owl:" + pair.getLocalName());
      }
    }
    for (Node set : ofType(OWL2.AllDisjointClasses)) {
      classes(members(set, OWL2.members), "owl:AllDisjointClasses");
    }
    for (Triple union : with(OWL2.disjointUnionOf)) {
      classes(list(union.getObject()), "owl:disjointUnionOf");
    }
    read.add(new Contradiction.EmptyClass(OWL2.Nothing.asNode()));
  }

  private void classes(List<Node> classes, String axiom) {
    read.add(
        new Contradiction.DisjointClasses(classes.stream().filter(Node::isURI).toList(), axiom));
  }

  private void readProperties() {
    ofType(OWL2.FunctionalProperty).forEach(p -> read.add(new Contradiction.SingleValue(p, false)));
    ofType(OWL2.InverseFunctionalProperty)
        .forEach(p -> read.add(new Contradiction.SingleValue(p, true)));
    ofType(OWL2.IrreflexiveProperty).forEach(p -> read.add(new Contradiction.Irreflexive(p)));
    ofType(OWL2.AsymmetricProperty).forEach(p -> read.add(new Contradiction.Asymmetric(p)));
    for (Triple axiom : with(OWL2.propertyDisjointWith)) {
      properties(List.of(axiom.getSubject(), axiom.getObject()), "owl:propertyDisjointWith");
    }
    for (Node set : ofType(OWL2.AllDisjointProperties)) {
      properties(members(set, OWL2.members), "owl:AllDisjointProperties");
    }
  }

  private void properties(List<Node> properties, String axiom) {
    for (int i = 0; i < properties.size(); i++) {
      for (Node other : properties.subList(i + 1, properties.size())) {
        read.add(new Contradiction.DisjointProperties(properties.get(i), other, axiom));
      }
    }
  }

  private void readRanges() {
    TypeMapper datatypes = TypeMapper.getInstance();
    for (Triple axiom : with(RDFS.range)) {
      Node range = axiom.getObject();
      RDFDatatype datatype = range.isURI() ? datatypes.getTypeByName(range.getURI()) : null;
      if (datatype != null) {
        read.add(new Contradiction.DataRange(axiom.getSubject(), datatype));
      }
    }
    read.add(new Contradiction.IllFormed());
  }

  private List<Triple> with(Resource predicate) {
    return ontology.find(Node.ANY, predicate.asNode(), Node.ANY).toList();
  }

  private List<Node> ofType(Resource type) {
    return ontology
        .find(Node.ANY, RDF.Nodes.type, type.asNode())
        .mapWith(Triple::getSubject)
        .toList();
  }

  private List<Node> members(Node set, Resource predicate) {
    return ontology
        .find(set, predicate.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .toList()
        .stream()
        .flatMap(head -> list(head).stream())
        .toList();
  }

  private List<Node> list(Node head) {
    return GraphList.members(GNode.create(ontology, head));
  }
}
