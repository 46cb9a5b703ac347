package org.w3id.scokg.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * A mapping set in its file, to which mappings are added one by one. Its head stays as it is; rows
 * keep the order they have, and where they are sorted by their subjects a new one takes its place
 * among them. Not thread-safe.
 */
public final class SssomFile {

  /** Stands in the place of an object that does not exist. */
  public static final String NO_TERM_FOUND = "sssom:NoTermFound";

  /** In this order stand the columns that are added where a new mapping needs them. */
  private static final List<String> ORDER =
      List.of(
          "subject_id",
          "subject_label",
          "predicate_id",
          "predicate_modifier",
          "object_id",
          "object_label",
          "mapping_justification",
          "author_id",
          "reviewer_id",
          "mapping_tool",
          "mapping_date",
          "confidence");

  private static final Comparator<TsvRow> BY_SUBJECT =
      Comparator.comparing(row -> row.cell("subject_id"));

  private final Path file;
  private final String name;
  private final Prefixes prefixes;
  private TsvTable table;

  private SssomFile(Path file, String name, Prefixes prefixes, TsvTable table) {
    this.file = file;
    this.name = name;
    this.prefixes = prefixes;
    this.table = table;
  }

  /**
   * Opens a mapping set.
   *
   * @param file where it is
   * @param name the path as messages should show it
   * @throws InputException with every problem of the file
   */
  public static SssomFile open(Path file, String name) {
    Sssom.read(file, name);
    TsvTable table = TsvTable.read(file, name);
    Prefixes prefixes = new MetadataReader(name, new Diagnostics()).read(table.head()).prefixes();
    return new SssomFile(file, name, prefixes, table);
  }

  /** The path as messages show it. */
  public String name() {
    return name;
  }

  /** Its mappings as they are written. */
  public List<TsvRow> rows() {
    return table.rows();
  }

  /** The IRIs of our entities that it says anything of, be it that there is nothing like them. */
  public Set<String> subjects() {
    return table.rows().stream()
        .map(row -> expand(row.cell("subject_id"), "subject_id"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The CURIE of an IRI by the longest prefix of the set that fits; empty where none does. */
  public Optional<String> shorten(String iri) {
    return prefixes.shorten(iri);
  }

  /**
   * The IRI of an identifier.
   *
   * @param slot what it stands for, as a message should say
   * @throws InputException if it is no CURIE with a prefix of the set
   */
  public String expand(String curie, String slot) {
    Diagnostics problems = new Diagnostics();
    Optional<String> iri =
        prefixes.expand(curie, slot, Location.of(name), problems).map(Object::toString);
    problems.throwIfAny();
    return iri.orElseThrow();
  }

  /**
   * Adds a mapping and writes the file, as it is by now. It takes the place of what was said of the
   * same subject, predicate and object and, unless it denies the relation, of the finding that
   * there is no such object.
   *
   * @param cells the slots of the mapping, by name
   * @throws InputException if the set would then break a rule, or the file cannot be written; it is
   *     then as it was
   */
  public void put(Map<String, String> cells) {
    TsvRow added = new TsvRow(Location.of(name), cells);
    TsvTable present = TsvTable.read(file, name);
    List<TsvRow> rows = new ArrayList<>(present.rows());
    rows.removeIf(row -> isReplaced(row, added));
    rows.add(place(rows, added), added);
    List<String> columns = new ArrayList<>(present.columns());
    added.cells().keySet().forEach(column -> require(column, columns));
    TsvTable changed = new TsvTable(present.head(), columns, rows);
    WholeFile.write(file, name, changed.text(), written -> Sssom.read(written, name));
    table = changed;
  }

  private static boolean isReplaced(TsvRow row, TsvRow by) {
    String object = row.cell("object_id");
    boolean isFound = by.cell("predicate_modifier").isEmpty();
    return row.cell("subject_id").equals(by.cell("subject_id"))
        && row.cell("predicate_id").equals(by.cell("predicate_id"))
        && (object.equals(by.cell("object_id")) || (isFound && object.equals(NO_TERM_FOUND)));
  }

  /** Where a row goes: among sorted ones after its equals, else at the end. */
  private static int place(List<TsvRow> rows, TsvRow added) {
    for (int i = 1; i < rows.size(); i++) {
      if (BY_SUBJECT.compare(rows.get(i - 1), rows.get(i)) > 0) {
        return rows.size();
      }
    }
    return (int) rows.stream().takeWhile(row -> BY_SUBJECT.compare(row, added) <= 0).count();
  }

  /** Adds a column where it is missing, behind the nearest one that should stand before it. */
  private static void require(String column, List<String> columns) {
    if (!columns.contains(column)) {
      int at =
          ORDER.subList(0, ORDER.indexOf(column) + 1).stream()
              .mapToInt(columns::indexOf)
              .max()
              .orElse(columns.size() - 1);
      columns.add(at + 1, column);
    }
  }
}
