package org.w3id.scokg.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Suggestion;

/** Checks what a mapping says, and whether it agrees with those before it. Not thread-safe. */
final class MappingRules {

  /** The common predicates of SSSOM ("Allowed and common mapping predicates"). */
  private static final List<String> PREDICATES =
      List.of(
          "skos:exactMatch",
          "skos:closeMatch",
          "skos:broadMatch",
          "skos:narrowMatch",
          "skos:relatedMatch",
          "owl:sameAs",
          "owl:equivalentClass",
          "owl:equivalentProperty",
          "rdfs:subClassOf",
          "rdfs:subPropertyOf",
          "rdfs:seeAlso");

  /** Those by which subject and object are the same thing. */
  private static final Set<String> SAME = Set.of("skos:exactMatch", "owl:sameAs");

  private final Diagnostics problems;
  private final Map<Claim, Said> said = new HashMap<>();
  private final Map<IRI, Mapping> same = new HashMap<>();

  MappingRules(Diagnostics problems) {
    this.problems = problems;
  }

  private record Claim(IRI subject, IRI predicate, IRI object) {}

  private record Said(Mapping mapping, boolean denied) {}

  /**
   * Checks the next mapping of a set.
   *
   * @param predicate its predicate as the file has it
   * @param denied whether it says that the relation does not hold
   */
  void accept(Mapping mapping, String predicate, boolean denied) {
    predicate(mapping, predicate);
    agreement(mapping, denied);
    if (mapping.asserted() && SAME.contains(predicate)) {
      identity(mapping);
    }
  }

  /**
   * A predicate of another vocabulary may be anything, and is left to whoever knows the vocabulary.
   */
  private void predicate(Mapping mapping, String predicate) {
    String prefix = predicate.substring(0, Math.max(predicate.indexOf(':'), 0));
    if (Prefixes.BUILT_IN.containsKey(prefix) && !PREDICATES.contains(predicate)) {
      report(
          mapping,
          "predicate_id '%s' is not a relation for mappings".formatted(predicate),
          "SSSOM has: " + String.join(", ", PREDICATES),
          Suggestion.nearest(predicate, PREDICATES)
              .map(near -> "write '%s'".formatted(near))
              .orElse("write one of them"));
    }
  }

  private void agreement(Mapping mapping, boolean denied) {
    Claim claim = new Claim(mapping.subject(), mapping.predicate(), mapping.object());
    Said before = said.putIfAbsent(claim, new Said(mapping, denied));
    if (before != null) {
      boolean repeated = before.denied() == denied;
      report(
          mapping,
          repeated
              ? "the mapping was made before, at " + before.mapping().location()
              : "the mapping contradicts the one at " + before.mapping().location(),
          repeated
              ? "saying it twice does not make it truer"
              : "one says that the relation holds, the other that it does not",
          repeated ? "remove one of the two" : "decide, and remove the other");
    }
  }

  private void identity(Mapping mapping) {
    Mapping before = same.putIfAbsent(mapping.object(), mapping);
    if (before != null && !before.subject().equals(mapping.subject())) {
      report(
          mapping,
          "<%s> is the same as <%s>, and so is <%s> at %s"
              .formatted(mapping.subject(), mapping.object(), before.subject(), before.location()),
          "two different entities cannot both be exactly one",
          "correct one of the two, or choose skos:closeMatch or skos:broadMatch");
    }
  }

  private void report(Mapping mapping, String what, String why, String fix) {
    problems.accept(new Diagnostic(mapping.location(), what, why, fix));
  }
}
