package org.w3id.scokg.rml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;

/**
 * What is made of each record of a source (RML-Core, “Triples Map”).
 *
 * @param node the mapping node that describes it
 * @param source where the records come from
 * @param baseIri what relative IRIs are prefixed with, if it differs from the mapping's own base
 * @param subject how the subject is made
 * @param classes the classes of the subject
 * @param graphs the graphs of all its statements; none means the default graph
 * @param predicateObjectMaps how the rest of each statement is made
 */
record TriplesMap(
    Resource node,
    LogicalSource source,
    Optional<String> baseIri,
    TermMap subject,
    List<IRI> classes,
    List<TermMap> graphs,
    List<PredicateObjectMap> predicateObjectMaps) {

  /** The references this map makes to its own source. */
  Stream<String> references() {
    return Stream.concat(
        termMaps().flatMap(TermMap::references),
        predicateObjectMaps.stream().flatMap(PredicateObjectMap::keys));
  }

  /** All its term maps. */
  Stream<TermMap> termMaps() {
    return Stream.of(
            Stream.of(subject),
            graphs.stream(),
            predicateObjectMaps.stream().flatMap(PredicateObjectMap::termMaps))
        .flatMap(s -> s);
  }

  /** Predicates, objects and graphs, each combined with each (RML-Core). */
  record PredicateObjectMap(
      List<TermMap> predicates,
      List<TermMap> objects,
      List<RefObjectMap> parents,
      List<TermMap> graphs) {

    Stream<TermMap> termMaps() {
      return Stream.of(predicates, objects, graphs).flatMap(List::stream);
    }

    /** The references that its joins make to the child's source. */
    private Stream<String> keys() {
      return parents.stream()
          .flatMap(p -> p.conditions().stream())
          .flatMap(condition -> condition.child().references());
    }
  }

  /** Objects that are the subjects of another triples map (RML-Core, “Referencing Object Map”). */
  record RefObjectMap(Resource node, Resource parent, List<JoinCondition> conditions) {}

  /** Holds where both sides give the same string (RML-Core, “Join Condition”). */
  record JoinCondition(Expression child, Expression parent) {}
}
