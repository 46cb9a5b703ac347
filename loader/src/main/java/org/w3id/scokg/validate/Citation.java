package org.w3id.scokg.validate;

import org.apache.jena.graph.Node;

/**
 * A place that a fact rests on.
 *
 * @param fact the fact
 * @param target the place, an {@code oa:SpecificResource}
 * @param source what it is a place in
 */
record Citation(Node fact, Node target, Node source) {}
