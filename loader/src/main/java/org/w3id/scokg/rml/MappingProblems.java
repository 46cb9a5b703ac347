package org.w3id.scokg.rml;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.diagnostic.Suggestion;

/**
 * Words the problems of a mapping: the place in its file, and the node that the rule speaks of.
 * Terms of RML are named in messages as {@code rml:…}, and told as the file names them.
 */
final class MappingProblems {

  private final MappingGraph graph;
  private final Diagnostics problems;

  MappingProblems(MappingGraph graph, Diagnostics problems) {
    this.graph = graph;
    this.problems = problems;
  }

  /** Reports a problem of a node, on the line of its first property. */
  void report(Resource node, String what, String rule, String fix) {
    report(graph.place(node), node, what, rule, fix);
  }

  /** Reports a problem of a node's property, on the line of that property. */
  void report(Resource node, IRI property, String what, String rule, String fix) {
    report(graph.place(node, property), node, what, rule, fix);
  }

  private void report(Location place, Resource node, String what, String rule, String fix) {
    problems.accept(
        new Diagnostic(
            place,
            graph.inWordsOf(node, what),
            show(node) + ": " + graph.inWordsOf(node, rule),
            graph.inWordsOf(node, fix)));
  }

  /** The value of a property that a node may have once; more than one are reported. */
  Optional<Value> single(Resource node, IRI property) {
    List<Value> values = graph.values(node, property);
    if (values.size() > 1) {
      report(
          node,
          property,
          name(property) + " has " + values.size() + " values",
          "the property has one value at most",
          "keep the one that is meant");
    }
    return values.stream().findFirst();
  }

  private String name(IRI property) {
    return property.getNamespace().equals(Rml.NAMESPACE)
        ? "rml:" + property.getLocalName()
        : graph.show(property);
  }

  /** A node as its file shows it. */
  String show(Resource node) {
    return graph.show(node);
  }

  /** The remedy for an unknown name: the nearest known one, or the list of all. */
  static String didYouMean(String name, Collection<String> known) {
    return Suggestion.nearest(name, known)
        .map(nearest -> "did you mean '" + nearest + "'?")
        .orElseGet(
            () -> "use one of: " + known.stream().sorted().collect(Collectors.joining(", ")));
  }
}
