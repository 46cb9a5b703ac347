package org.w3id.scokg.source;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.w3id.scokg.diagnostic.Suggestion;
import org.w3id.scokg.facts.CsvDialect;
import org.w3id.scokg.facts.Table;

/** The rows of a table. A reference is the name of a column, and its number the column's. */
final class CsvIterations implements Iterations {

  private final Table table;

  CsvIterations(SourceFile file, CsvDialect dialect) {
    this.table = Table.open(file, dialect);
  }

  @Override
  public int reference(String reference) {
    return table.column(reference).orElseThrow(() -> unknown(reference));
  }

  private BadReference unknown(String column) {
    return new BadReference(
        "column '" + column + "' is not in " + name(),
        "it reads that column; the columns are: " + String.join(", ", names()),
        Suggestion.nearest(column, names())
            .map(nearest -> "did you mean '" + nearest + "'?")
            .orElse("add the column to the table, or correct the reference"));
  }

  @Override
  public void forEach(Consumer<Iteration> records, Consumer<BadRecord> bad) {
    List<String> header = table.header();
    table.forEach(
        row -> records.accept(new CsvIteration(row, header)),
        (row, problem) -> bad.accept(new BadRecord(problem, JsonCells.array(row.cells()))));
  }

  /** No name: a column is there or not, and its cells are never absent. */
  @Override
  public Set<String> absent() {
    return Set.of();
  }

  @Override
  public Collection<String> names() {
    return table.header();
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public void close() {
    table.close();
  }
}
