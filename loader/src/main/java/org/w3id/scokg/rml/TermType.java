package org.w3id.scokg.rml;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;

/** The kinds of RDF term that a term map makes (RML-Core, “Term Types”). */
enum TermType {
  IRI("IRI"),
  URI("URI"),
  UNSAFE_IRI("UnsafeIRI"),
  UNSAFE_URI("UnsafeURI"),
  BLANK_NODE("BlankNode"),
  LITERAL("Literal");

  private final String localName;

  TermType(String localName) {
    this.localName = localName;
  }

  static Optional<TermType> of(IRI term) {
    return Arrays.stream(values()).filter(t -> Rml.term(t.localName).equals(term)).findFirst();
  }

  boolean isIri() {
    return this != BLANK_NODE && this != LITERAL;
  }

  /** Whether values put into a template are percent-encoded. */
  boolean isSafe() {
    return this == IRI || this == URI;
  }
}
