package org.w3id.scokg.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.link.Tsv.Row;

/**
 * The values of slots as RDF has them.
 *
 * @param metadata what the head says
 */
record SlotValues(Metadata metadata) {

  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

  /** The values of a slot; one that {@link CellCheck} has refused is left out. */
  List<Value> of(String slot, List<String> values) {
    return values.stream()
        .filter(value -> !value.isBlank())
        .flatMap(value -> of(slot, value).stream())
        .toList();
  }

  /** What the row says besides its three terms, and what the set says of all its rows. */
  Map<String, List<Value>> of(List<String> header, Row row) {
    Map<String, List<Value>> slots = new HashMap<>();
    metadata
        .slots()
        .forEach(
            (slot, found) -> {
              if (Slots.PROPAGATED.contains(slot)) {
                slots.put(slot, of(slot, found.values()));
              }
            });
    for (int i = 0; i < header.size(); i++) {
      String slot = header.get(i);
      String cell = row.cells().get(i);
      if (Slots.ABOUT_MAPPING.contains(slot) && !cell.isBlank()) {
        slots.put(slot, of(slot, split(slot, cell)));
      }
    }
    slots.values().removeIf(List::isEmpty);
    return slots;
  }

  private Optional<Value> of(String slot, String value) {
    if (Slots.IDENTIFIERS.contains(slot)) {
      return metadata
          .prefixes()
          .expand(value, slot, Location.of(slot), new Diagnostics())
          .map(Value.class::cast);
    } else if (Slots.IRIS.contains(slot)) {
      return Optional.of(value).filter(Prefixes::isIri).map(VALUES::createIRI);
    } else if (Slots.DATES.contains(slot)) {
      return Optional.of(VALUES.createLiteral(value, XSD.DATE));
    } else if (Slots.PORTIONS.contains(slot)) {
      return Optional.of(VALUES.createLiteral(value, XSD.DOUBLE));
    }
    return Optional.of(VALUES.createLiteral(value));
  }

  /** The values of a cell. */
  static List<String> split(String column, String cell) {
    return Slots.LISTS.contains(column) ? split(cell) : List.of(cell);
  }

  /** Splits at bars; a backslash makes a bar or a backslash part of its value. */
  private static List<String> split(String cell) {
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
}
