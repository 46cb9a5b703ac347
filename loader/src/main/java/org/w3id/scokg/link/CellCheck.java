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
    if (Slots.IDENTIFIERS.contains(slot)) {
      prefixes.expand(value, slot, location, problems);
    } else if (Slots.DATES.contains(slot)) {
      date(slot, value, location);
    } else if (Slots.PORTIONS.contains(slot)) {
      portion(slot, value, location);
    } else if (ENUMERATED.containsKey(slot)) {
      enumerated(slot, value, location);
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
                  .orElse("write one of them, or leave the cell empty")));
    }
  }
}
