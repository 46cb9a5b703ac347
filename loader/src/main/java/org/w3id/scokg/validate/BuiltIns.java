package org.w3id.scokg.validate;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The terms of RDF, RDFS and OWL that data may use although no ontology may declare them. */
final class BuiltIns {

  static final Set<Node> PROPERTIES =
      Set.of(
          RDF.Nodes.type,
          RDF.Nodes.value,
          RDF.Nodes.first,
          RDF.Nodes.rest,
          RDF.Nodes.subject,
          RDF.Nodes.predicate,
          RDF.Nodes.object,
          RDFS.Nodes.label,
          RDFS.Nodes.comment,
          RDFS.Nodes.seeAlso,
          RDFS.Nodes.isDefinedBy,
          RDFS.Nodes.member,
          OWL2.sameAs.asNode(),
          OWL2.differentFrom.asNode(),
          OWL2.versionInfo.asNode());

  static final Set<Node> CLASSES =
      Set.of(
          OWL2.Thing.asNode(),
          OWL2.NamedIndividual.asNode(),
          RDFS.Nodes.Resource,
          RDF.Nodes.List,
          RDF.Nodes.Statement);

  private BuiltIns() {}
}
