package org.w3id.scokg.rml;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;

/**
 * Checks the terms of a mapping that are in the namespaces of RML: one that RML does not have is a
 * slip, and one of a module that is not supported changes the meaning, so none is passed over.
 */
final class VocabularyCheck {

  private final MappingGraph graph;
  private final MappingProblems problems;

  VocabularyCheck(MappingGraph graph, MappingProblems problems) {
    this.graph = graph;
    this.problems = problems;
  }

  void check() {
    for (Statement statement : graph.model()) {
      report(statement, statement.getPredicate());
      if (!Rml.OF_OUTPUT.contains(statement.getPredicate())) {
        report(statement, statement.getObject());
      }
    }
  }

  /** Whether some property of a node is misspelt or not supported, and was reported as such. */
  static boolean hasUnknown(MappingGraph graph, Resource node) {
    return graph.model().filter(node, null, null).stream()
        .map(Statement::getPredicate)
        .anyMatch(VocabularyCheck::isUnknown);
  }

  /** Whether a value is a term that this check reports. */
  static boolean isUnknown(Value value) {
    if (!(value instanceof IRI term)) {
      return false;
    }
    String namespace = term.getNamespace();
    return (namespace.equals(Rml.NAMESPACE) && !Rml.TERMS.contains(term))
        || LegacyVocabulary.has(namespace)
        || OtherModule.has(namespace);
  }

  private void report(Statement statement, Value value) {
    if (!isUnknown(value) || !(value instanceof IRI term)) {
      return;
    }
    String name = graph.show(term);
    Optional<OtherModule> module = OtherModule.of(term);
    if (module.isPresent()) {
      problems.report(
          statement.getSubject(),
          statement.getPredicate(),
          "'" + name + "' belongs to " + module.get().title() + ", which is not supported",
          "files are mapped by RML-Core and RML-IO",
          module.get().instead());
    } else {
      problems.report(
          statement.getSubject(),
          statement.getPredicate(),
          "'" + name + "' is not a term of RML that is understood here",
          "terms of <" + term.getNamespace() + "> come from " + origin(term),
          MappingProblems.didYouMean(name, known(term)));
    }
  }

  private static String origin(IRI term) {
    return term.getNamespace().equals(LegacyVocabulary.R2RML) ? "R2RML" : "RML-Core and RML-IO";
  }

  private Set<String> known(IRI term) {
    var terms = term.getNamespace().equals(Rml.NAMESPACE) ? Rml.TERMS : LegacyVocabulary.known();
    return terms.stream().map(graph::show).collect(Collectors.toSet());
  }
}
