package org.w3id.scokg.infer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * An ontology compiled into rules, found by what wakes them.
 *
 * @param byProperty the rules woken by a triple with this predicate
 * @param byClass the rules woken by an instance of this class
 * @param expressions the unnamed classes that occur in premises
 */
record Rules(
    Map<Node, List<Rule>> byProperty, Map<Node, List<Rule>> byClass, Set<Node> expressions) {

  List<Rule> wokenBy(Triple triple) {
    Node predicate = triple.getPredicate();
    return predicate.equals(RDF.Nodes.type)
        ? byClass.getOrDefault(triple.getObject(), List.of())
        : byProperty.getOrDefault(predicate, List.of());
  }
}
