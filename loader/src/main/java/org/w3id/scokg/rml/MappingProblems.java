package org.w3id.scokg.rml;

import java.util.Collection;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Suggestion;

/** Words the problems of a mapping: the place in its file, and the node that the rule speaks of. */
final class MappingProblems {

  private final MappingGraph graph;
  private final Diagnostics problems;

  MappingProblems(MappingGraph graph, Diagnostics problems) {
    this.graph = graph;
    this.problems = problems;
  }

  /** Reports a problem of a node, on the line of its first property. */
  void report(Resource node, String what, String rule, String fix) {
    problems.accept(new Diagnostic(graph.place(node), what, show(node) + ": " + rule, fix));
  }

  /** Reports a problem of a node's property, on the line of that property. */
  void report(Resource node, IRI property, String what, String rule, String fix) {
    problems.accept(
        new Diagnostic(graph.place(node, property), what, show(node) + ": " + rule, fix));
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
