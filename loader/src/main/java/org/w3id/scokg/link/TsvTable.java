package org.w3id.scokg.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * A table of tab-separated cells below a head of comment lines, quoted as SSSOM/TSV is.
 *
 * @param head the lines above the table, each with its {@code #}
 * @param columns the names of its columns
 * @param rows its rows
 */
public record TsvTable(List<String> head, List<String> columns, List<TsvRow> rows) {

  /** Copies the lists. */
  public TsvTable {
    head = List.copyOf(head);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a table.
   *
   * @param file where it is
   * @param name the path as messages should show it
   * @throws InputException with every problem of its form
   */
  public static TsvTable read(Path file, String name) {
    Diagnostics problems = new Diagnostics();
    List<String> lines = Lines.read(file, name);
    List<String> head = lines.stream().takeWhile(line -> line.startsWith("#")).toList();
    List<Tsv.Row> table = Tsv.rows(lines, head.size(), name, problems);
    List<String> columns = table.isEmpty() ? List.of() : table.get(0).cells();
    List<TsvRow> rows = new ArrayList<>();
    for (Tsv.Row row : table.subList(Math.min(1, table.size()), table.size())) {
      if (row.cells().size() == columns.size()) {
        rows.add(row(row.location(), columns, row.cells()));
      } else {
        problems.accept(
            new Diagnostic(
                row.location(),
                "the row has %d cells".formatted(row.cells().size()),
                "its header has %d columns".formatted(columns.size()),
                "add or remove tabs until they agree"));
      }
    }
    problems.throwIfAny();
    return new TsvTable(head, columns, rows);
  }

  private static TsvRow row(Location location, List<String> columns, List<String> cells) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      named.put(columns.get(i), cells.get(i));
    }
    return new TsvRow(location, named);
  }

  /** The table as it stands in a file. */
  public String text() {
    StringBuilder text = new StringBuilder();
    head.forEach(line -> text.append(line).append('\n'));
    text.append(line(columns));
    rows.forEach(row -> text.append(line(columns.stream().map(row::cell).toList())));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(TsvTable::quoted).collect(Collectors.joining("\t", "", "\n"));
  }

  /** A cell, in quotation marks where it would else be read otherwise. */
  private static String quoted(String cell) {
    boolean plain =
        !cell.startsWith("\"") && cell.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
