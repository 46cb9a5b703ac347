package org.w3id.scokg.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.rdf4j.model.IRI;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.diagnostic.Suggestion;
import org.w3id.scokg.link.Tsv.Row;

/** Reads the table of a mapping set ("Mappings block"). */
final class MappingReader {

  private static final String NO_TERM_FOUND = Prefixes.BUILT_IN.get("sssom") + "NoTermFound";

  private final String name;
  private final Metadata metadata;
  private final Diagnostics problems;
  private final CellCheck check;
  private final MappingRules rules;

  MappingReader(String name, Metadata metadata, Diagnostics problems) {
    this.name = name;
    this.metadata = metadata;
    this.problems = problems;
    this.check = new CellCheck(metadata.prefixes(), problems);
    this.rules = new MappingRules(problems);
  }

  /** The mappings of the rows, of which the first names the columns. */
  List<Mapping> read(List<Row> rows) {
    List<Mapping> mappings = new ArrayList<>();
    if (rows.isEmpty()) {
      report(
          Location.of(name),
          "there are no mappings in it",
          "below the head stands a table whose first row names its columns",
          "add the row: " + String.join(" (tab) ", Slots.REQUIRED));
    } else if (isHeader(rows.get(0))) {
      List<String> header = rows.get(0).cells();
      rows.subList(1, rows.size()).forEach(row -> mapping(header, row).ifPresent(mappings::add));
    }
    return mappings;
  }

  /** Whether the rows can be read by it; what else is wrong with it is reported all the same. */
  private boolean isHeader(Row header) {
    if (header.cells().size() == 1) {
      reportLostTabs(header);
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

  private Optional<Mapping> mapping(List<String> header, Row row) {
    if (row.cells().size() == 1) {
      reportLostTabs(row);
      return Optional.empty();
    }
    if (row.cells().size() != header.size()) {
      report(
          row.location(),
          "the row has %d cells".formatted(row.cells().size()),
          "its header has %d columns".formatted(header.size()),
          "add or remove tabs until they agree");
      return Optional.empty();
    }
    for (int i = 0; i < header.size(); i++) {
      check(header.get(i), row.cells().get(i), row.location());
    }
    Optional<IRI> subject = identifier("subject_id", header, row);
    Optional<IRI> predicate = identifier("predicate_id", header, row);
    Optional<IRI> object = identifier("object_id", header, row);
    return subject.isEmpty() || predicate.isEmpty() || object.isEmpty()
        ? Optional.empty()
        : Optional.of(mapping(header, row, subject.get(), predicate.get(), object.get()));
  }

  private Mapping mapping(List<String> header, Row row, IRI subject, IRI predicate, IRI object) {
    int modifier = header.indexOf("predicate_modifier");
    boolean denied = modifier >= 0 && row.cells().get(modifier).equals("Not");
    boolean found =
        !subject.stringValue().equals(NO_TERM_FOUND) && !object.stringValue().equals(NO_TERM_FOUND);
    Mapping mapping = new Mapping(row.location(), subject, predicate, object, found && !denied);
    rules.accept(mapping, row.cells().get(header.indexOf("predicate_id")), denied);
    return mapping;
  }

  private void check(String column, String cell, Location location) {
    if (cell.isBlank() && Slots.REQUIRED.contains(column)) {
      report(
          location,
          "%s is empty".formatted(column),
          "SSSOM demands it of every mapping",
          column.equals("object_id")
              ? "fill it; where there is no such entity write sssom:NoTermFound"
              : "fill it");
      return;
    }
    for (String value : Slots.LISTS.contains(column) ? values(cell) : List.of(cell)) {
      check.check(column, value, location);
    }
  }

  /** An identifier that {@link #check} has found right; its problems are not told twice. */
  private Optional<IRI> identifier(String column, List<String> header, Row row) {
    String cell = row.cells().get(header.indexOf(column));
    return cell.isBlank()
        ? Optional.empty()
        : metadata.prefixes().expand(cell, column, row.location(), new Diagnostics());
  }

  /** Splits at bars; a backslash makes a bar or a backslash part of its value. */
  private static List<String> values(String cell) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\\' && i + 1 < cell.length() && "|\\".indexOf(cell.charAt(i + 1)) >= 0) {
        value.append(cell.charAt(++i));
      } else if (c == '|') {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString());
    return values;
  }

  private void reportLostTabs(Row row) {
    report(
        row.location(),
        "the row has no tabs",
        "tabs part the cells; some editors replace them by spaces when they save",
        "put them back, and turn that setting off for .tsv files");
  }

  private void report(Location location, String what, String why, String fix) {
    problems.accept(new Diagnostic(location, what, why, fix));
  }
}
