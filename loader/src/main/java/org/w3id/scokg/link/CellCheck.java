package org.w3id.scokg.link;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.diagnostic.Suggestion;

/**
 * Checks single values of slots.
 *
 * @param prefixes what identifiers may start with
 * @param problems where problems go
 */
record CellCheck(Prefixes prefixes, Diagnostics problems) {

  /** The processes by which a mapping is found (Semantic Mapping Vocabulary, as SSSOM has it). */
  private static final List<String> JUSTIFICATIONS =
      List.of(
          "semapv:ManualMappingCuration",
          "semapv:MappingReview",
          "semapv:LexicalMatching",
          "semapv:LexicalSimilarityThresholdMatching",
          "semapv:SemanticSimilarityThresholdMatching",
          "semapv:StructuralMatching",
          "semapv:InstanceBasedMatching",
          "semapv:BackgroundKnowledgeBasedMatching",
          "semapv:LogicalReasoning",
          "semapv:MappingChaining",
          "semapv:MappingInversion",
          "semapv:CompositeMatching",
          "semapv:UnspecifiedMatching");

  private static final List<String> ENTITY_TYPES =
      List.of(
          "owl class",
          "owl object property",
          "owl data property",
          "owl annotation property",
          "owl named individual",
          "skos concept",
          "rdfs resource",
          "rdfs class",
          "rdfs literal",
          "rdfs datatype",
          "rdf property",
          "composed entity expression");

  /** The slots whose values the standard enumerates. */
  private static final Map<String, List<String>> ENUMERATED =
      Map.of(
          "mapping_justification",
          JUSTIFICATIONS,
          "predicate_modifier",
          List.of("Not"),
          "mapping_cardinality",
          List.of("1:1", "1:n", "n:1", "n:n", "1:0", "0:1", "0:0"),
          "subject_type",
          ENTITY_TYPES,
          "object_type",
          ENTITY_TYPES,
          "predicate_type",
          ENTITY_TYPES);

  /** Checks one value; an empty one says nothing and is right. */
  void check(String slot, String value, Location location) {
    if (value.isEmpty()) {
      return;
    }
    if (ENUMERATED.containsKey(slot)) {
      enumerated(slot, value, location);
    } else if (Slots.IDENTIFIERS.contains(slot)) {
      prefixes.expand(value, slot, location, problems);
    } else if (Slots.IRIS.contains(slot)) {
      iri(slot, value, location);
    } else if (Slots.DATES.contains(slot)) {
      date(slot, value, location);
    } else if (Slots.PORTIONS.contains(slot)) {
      portion(slot, value, location);
    }
  }

  private void iri(String slot, String value, Location location) {
    if (!Prefixes.isIri(value)) {
      problems.accept(
          new Diagnostic(
              location,
              "%s '%s' is not an IRI".formatted(slot, value),
              "this slot of SSSOM holds whole addresses, no CURIEs",
              "write it in full, for example https://example.org/links"));
    }
  }

  private void date(String slot, String value, Location location) {
    try {
      LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      problems.accept(
          new Diagnostic(
              location,
              "%s '%s' is not a date".formatted(slot, value),
              "a date is written year-month-day, and must be in the calendar",
              "write for example 2021-06-15"));
    }
  }

  private void portion(String slot, String value, Location location) {
    if (!value.matches("0(\\.\\d+)?|1(\\.0+)?")) {
      problems.accept(
          new Diagnostic(
              location,
              "%s '%s' is not a number from 0 to 1".formatted(slot, value),
              "1 is full confidence or likeness, 0 is none",
              "write for example 0.95"));
    }
  }

  private void enumerated(String slot, String value, Location location) {
    List<String> known = ENUMERATED.getOrDefault(slot, List.of());
    if (!known.contains(value)) {
      problems.accept(
          new Diagnostic(
              location,
              "%s '%s' is not known".formatted(slot, value),
              "SSSOM knows: " + String.join(", ", known),
              Suggestion.nearest(value, known)
                  .map(near -> "write '%s'".formatted(near))
                  .orElse(
                      Slots.REQUIRED.contains(slot)
                          ? "write one of them"
                          : "write one of them, or leave the cell empty")));
    }
  }
}
