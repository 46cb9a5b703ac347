package org.w3id.scokg.link;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.diagnostic.Suggestion;
import org.w3id.scokg.link.Tsv.Row;

/**
 * Checks the row that names the columns.
 *
 * @param metadata what the head says
 * @param problems where problems go
 */
record HeaderCheck(Metadata metadata, Diagnostics problems) {

  /** Whether the rows can be read by it; what else is wrong with it is reported all the same. */
  boolean accepts(Row header) {
    if (header.cells().size() == 1) {
      problems.accept(lostTabs(header.location()));
      return false;
    }
    if (header.cells().stream().noneMatch(Slots.OF_MAPPING::contains)) {
      report(
          header.location(),
          "the table has no header",
          "its first row names the columns, and this one names none",
          "add above it: " + String.join(" (tab) ", Slots.REQUIRED));
      return false;
    }
    Set<String> known = new TreeSet<>(Slots.OF_MAPPING);
    known.addAll(metadata.extensions());
    Set<String> seen = new HashSet<>();
    for (String column : header.cells()) {
      if (!known.contains(column)) {
        reportUnknown(header, column, known);
      } else if (!seen.add(column)) {
        report(
            header.location(),
            "the column '%s' stands twice".formatted(column),
            "a mapping has one cell for each slot",
            "remove one of the two");
      }
    }
    List<String> missing =
        Slots.REQUIRED.stream().filter(column -> !seen.contains(column)).toList();
    for (String column : missing) {
      report(
          header.location(),
          "the column '%s' is missing".formatted(column),
          "SSSOM demands it of every mapping",
          "add it");
    }
    return missing.isEmpty();
  }

  private void reportUnknown(Row header, String column, Set<String> known) {
    report(
        header.location(),
        "the column '%s' is unknown".formatted(column),
        "columns are the slots of SSSOM 1.1, or defined in extension_definitions",
        Suggestion.nearest(column, known)
            .map(near -> "write '%s'".formatted(near))
            .orElse("remove it, or define it"));
  }

  /** A row, or all of them, whose cells are parted by something else. */
  static Diagnostic lostTabs(Location location) {
    return new Diagnostic(
        location,
        "the row has no tabs",
        "tabs part the cells; some editors replace them by spaces when they save",
        "put them back, and turn that setting off for .tsv files");
  }

  private void report(Location location, String what, String why, String fix) {
    problems.accept(new Diagnostic(location, what, why, fix));
  }
}
