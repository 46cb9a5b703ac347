package org.w3id.scokg;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.diagnostic.Suggestion;
import org.w3id.scokg.facts.CsvDialect;
import org.w3id.scokg.facts.Table;
import org.w3id.scokg.rml.Mapping;

/** Checks that nothing written in a table is passed over, and that its keys are keys. */
final class TableChecks {

  /** The column that identifies a row, where a table has one. */
  private static final String KEY = "id";

  /** The column for the curators' own remarks, which no mapping reads. */
  private static final String REMARKS = "note";

  private final Project project;
  private final Map<Path, Set<String>> columnsRead = new HashMap<>();

  TableChecks(Project project, Mapping mapping) {
    this.project = project;
    Map<String, Set<String>> columns = mapping.columnsRead();
    mapping
        .sources()
        .forEach((name, file) -> columnsRead.put(file, columns.getOrDefault(name, Set.of())));
  }

  void run(Consumer<Diagnostic> problems) {
    for (Path table : project.tables()) {
      if (!columnsRead.containsKey(table)) {
        problems.accept(
            new Diagnostic(
                Location.of(project.name(table)),
                "no mapping reads this table",
                "what stands in a table reaches the graph through a mapping only",
                "add it to a file in mappings/, or move it out of facts/"));
        continue;
      }
      check(table, columnsRead.getOrDefault(table, Set.of()), problems);
    }
  }

  private void check(Path file, Set<String> read, Consumer<Diagnostic> problems) {
    try (Table table = Table.open(file, project.name(file), CsvDialect.RFC4180)) {
      checkColumns(table, read, problems);
      table.column(KEY).ifPresent(key -> checkKeys(table, key, problems));
    } catch (InputException e) {
      // The mapping reads the same table and reports the same problems.
      return;
    }
  }

  private static void checkColumns(Table table, Set<String> read, Consumer<Diagnostic> problems) {
    Set<String> unread = new TreeSet<>(table.header());
    unread.removeAll(read);
    unread.remove(REMARKS);
    Set<String> missing = new HashSet<>(read);
    table.header().forEach(missing::remove);
    for (String column : unread) {
      problems.accept(
          new Diagnostic(
              Location.of(table.name(), 1),
              "no mapping reads column '" + column + "'",
              "what stands in a table reaches the graph through a mapping only; column '"
                  + REMARKS
                  + "' is for remarks",
              Suggestion.nearest(column, missing)
                  .map(nearest -> "did you mean '" + nearest + "'?")
                  .orElse("add the column to the table's mapping, or remove it")));
    }
  }

  private static void checkKeys(Table table, int key, Consumer<Diagnostic> problems) {
    Map<String, Long> lines = new HashMap<>();
    table.forEach(
        row -> {
          String id = row.cell(key);
          Long earlier = lines.putIfAbsent(id, row.line());
          if (id.isBlank() || earlier != null) {
            problems.accept(
                new Diagnostic(
                    Location.of(table.name(), row.line()),
                    id.isBlank()
                        ? "the row has no id"
                        : "id '" + id + "' stands already on line " + earlier,
                    "the column '" + KEY + "' identifies each row of a table",
                    id.isBlank()
                        ? "give the row an id of its own"
                        : "give one of the two rows another id, or remove it"));
          }
        },
        (row, problem) -> {});
  }
}
