package org.w3id.scokg.reconcile;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * What a property tells of a thing, as far as names are concerned. What counts more comes first.
 */
enum Role {
  PREFERRED(SKOS.prefLabel.getURI()),
  LABEL(RDFS.label.getURI()),
  TITLE(DCTerms.title.getURI()),
  ALTERNATIVE(SKOS.altLabel.getURI()),
  HIDDEN(SKOS.hiddenLabel.getURI()),
  OTHER_TITLE(DCTerms.alternative.getURI()),
  OTHER_NAME("https://schema.org/alternateName"),
  TYPE(RDF.type.getURI()),
  COMMENT(RDFS.comment.getURI()),
  DEFINITION(SKOS.definition.getURI()),
  SUPERCLASS(RDFS.subClassOf.getURI());

  /** The roles by their properties. */
  static final Map<Node, Role> BY_PROPERTY =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Role::property, r -> r));

  private final String iri;

  Role(String iri) {
    this.iri = iri;
  }

  Node property() {
    return NodeFactory.createURI(iri);
  }

  /** Whether it gives a name. */
  boolean isName() {
    return compareTo(OTHER_NAME) <= 0;
  }

  /** Whether it gives the name to show. */
  boolean isPreferred() {
    return compareTo(TITLE) <= 0;
  }

  /** Whether it says what a thing means. */
  boolean isMeaning() {
    return this == COMMENT || this == DEFINITION;
  }
}
