package org.w3id.scokg.rml;

import java.util.function.Consumer;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.facts.Row;

/** Words the problems of a source's records, each with the mapping node that asks for the value. */
final class RowProblems {

  private final String table;
  private final MappingGraph graph;
  private final Consumer<Diagnostic> problems;

  RowProblems(String table, MappingGraph graph, Consumer<Diagnostic> problems) {
    this.table = table;
    this.graph = graph;
    this.problems = problems;
  }

  /**
   * Reports a value that no term can be made of.
   *
   * @param row the record
   * @param map the term map that reads it
   * @param what what is wrong with the value
   * @param purpose what the map makes of it
   * @param fix the remedy
   */
  void report(Row row, TermMap map, String what, String purpose, String fix) {
    String owner = graph.owner(map.node()).map(name -> " " + name).orElse("");
    problems.accept(
        new Diagnostic(
            Location.of(table, row.line()),
            what,
            graph.place(map.node()) + owner + " " + purpose,
            fix));
  }
}
