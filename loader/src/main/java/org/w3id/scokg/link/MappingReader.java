package org.w3id.scokg.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.link.Tsv.Row;

/** Reads the table of a mapping set ("Mappings block"). */
final class MappingReader {

  private final String name;
  private final Metadata metadata;
  private final Diagnostics problems;
  private final CellCheck check;
  private final MappingRules rules;
  private final Agreement agreement;
  private final SlotValues slotValues;

  MappingReader(String name, Metadata metadata, Diagnostics problems) {
    this.name = name;
    this.metadata = metadata;
    this.problems = problems;
    this.check = new CellCheck(metadata.prefixes(), problems);
    this.rules = new MappingRules(problems);
    this.agreement = new Agreement(problems);
    this.slotValues = new SlotValues(metadata);
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
    } else if (new HeaderCheck(metadata, problems).accepts(rows.get(0))) {
      List<String> header = rows.get(0).cells();
      rows.subList(1, rows.size()).forEach(row -> mapping(header, row).ifPresent(mappings::add));
    }
    return mappings;
  }

  private Optional<Mapping> mapping(List<String> header, Row row) {
    if (row.cells().size() == 1) {
      problems.accept(HeaderCheck.lostTabs(row.location()));
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
    Map<String, List<Value>> slots = slotValues.of(header, row);
    String objectId = row.cells().get(header.indexOf("object_id"));
    IRI authority =
        slots.getOrDefault("object_source", List.of()).stream()
            .filter(IRI.class::isInstance)
            .map(IRI.class::cast)
            .findFirst()
            .orElseGet(() -> metadata.prefixes().namespace(objectId));
    int modifier = header.indexOf("predicate_modifier");
    boolean denied = modifier >= 0 && row.cells().get(modifier).equals("Not");
    Mapping mapping =
        new Mapping(row.location(), subject, predicate, object, denied, authority, slots);
    rules.predicate(mapping, row.cells().get(header.indexOf("predicate_id")));
    rules.source(mapping, objectId);
    agreement.accept(mapping);
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
    for (String value : SlotValues.split(column, cell)) {
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

  private void report(Location location, String what, String why, String fix) {
    problems.accept(new Diagnostic(location, what, why, fix));
  }
}
