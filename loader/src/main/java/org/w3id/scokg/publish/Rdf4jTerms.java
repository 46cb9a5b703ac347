package org.w3id.scokg.publish;

import org.apache.jena.graph.Node;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** Turns Jena's terms into those of RDF4J, for Rio to write. */
final class Rdf4jTerms {

  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

  private Rdf4jTerms() {}

  static Value value(Node node) {
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
