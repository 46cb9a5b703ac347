package org.w3id.scokg.reconcile;

import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;

/**
 * What a graph says of a thing, as far as names are concerned.
 *
 * @param iri the thing
 * @param role what is said
 * @param value the text of a name or meaning, or the IRI of a class
 */
record Statement(String iri, Role role, Node value) {

  /** By IRI, then the same in every order in which a graph may tell it. */
  static final Comparator<Statement> ORDER =
      Comparator.comparing(Statement::iri)
          .thenComparing(Statement::role)
          .thenComparing(Statement::language)
          .thenComparing(Statement::text);

  /** No address of a page can be that long, and no term of an index much longer. */
  private static final int LONGEST_IRI = 8000;

  /** What a quad says; empty if it is of no concern. */
  static Optional<Statement> of(Quad quad, EntitySpace space) {
    Role role = Role.BY_PROPERTY.get(quad.getPredicate());
    if (role == null || !isIri(quad.getSubject())) {
      return Optional.empty();
    }
    Statement statement = new Statement(quad.getSubject().getURI(), role, quad.getObject());
    return statement.counts(space.has(statement.iri)) ? Optional.of(statement) : Optional.empty();
  }

  private boolean counts(boolean isEntity) {
    return switch (role) {
      case LABEL -> value.isLiteral();
      case TYPE -> isEntity && isIri(value) && !value.equals(OWL.Thing.asNode());
      case COMMENT, DEFINITION -> !isEntity && value.isLiteral();
      case SUPERCLASS -> isIri(value) && !value.getURI().equals(iri);
      default -> isEntity && value.isLiteral();
    };
  }

  private static boolean isIri(Node node) {
    return node.isURI() && node.getURI().length() <= LONGEST_IRI;
  }

  String language() {
    return value.isLiteral() ? value.getLiteralLanguage() : "";
  }

  /** The text, or the IRI of the class. */
  String text() {
    return value.isLiteral() ? value.getLiteralLexicalForm() : value.getURI();
  }
}
