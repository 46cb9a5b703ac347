package org.w3id.scokg.infer;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A property read in one of its two directions.
 *
 * @param property the property's IRI
 * @param inverse whether it is read from object to subject
 */
record Link(Node property, boolean inverse) {

  static Link of(Node property) {
    return new Link(property, false);
  }

  Link reversed() {
    return new Link(property, !inverse);
  }

  /** The end of {@code triple} at which this reading starts. */
  Node from(Triple triple) {
    return inverse ? triple.getObject() : triple.getSubject();
  }

  /** The end of {@code triple} at which this reading arrives. */
  Node to(Triple triple) {
    return inverse ? triple.getSubject() : triple.getObject();
  }
}
