package org.w3id.scokg.publish;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** Turns Jena's quads into RDF4J's statements, for Rio to write. */
final class Rdf4jTerms {

  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

  private Rdf4jTerms() {}

  static Statement statement(Quad quad) {
    Resource subject = (Resource) value(quad.getSubject());
    IRI predicate = (IRI) value(quad.getPredicate());
    Value object = value(quad.getObject());
    return quad.isDefaultGraph()
        ? VALUES.createStatement(subject, predicate, object)
        : VALUES.createStatement(subject, predicate, object, (Resource) value(quad.getGraph()));
  }

  /** A statement without its graph. */
  static Statement triple(Statement statement) {
    return VALUES.createStatement(
        statement.getSubject(), statement.getPredicate(), statement.getObject());
  }

  private static Value value(Node node) {
    if (node.isURI()) {
      return VALUES.createIRI(node.getURI());
    }
    if (node.isBlank()) {
      return VALUES.createBNode(node.getBlankNodeLabel());
    }
    String label = node.getLiteralLexicalForm();
    String language = node.getLiteralLanguage();
    return language.isEmpty()
        ? VALUES.createLiteral(label, VALUES.createIRI(node.getLiteralDatatypeURI()))
        : VALUES.createLiteral(label, language);
  }
}
