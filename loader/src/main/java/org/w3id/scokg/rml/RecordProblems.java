package org.w3id.scokg.rml;

import java.util.ArrayList;
import java.util.List;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.source.Iteration;

/** Collects the problems of one record of a source after another. */
final class RecordProblems {

  private final String source;
  private final MappingGraph graph;
  private final OnError onError;
  private final List<Diagnostic> problems = new ArrayList<>();

  RecordProblems(String source, MappingGraph graph, OnError onError) {
    this.source = source;
    this.graph = graph;
    this.onError = onError;
  }

  /**
   * Reports a value that cannot be used as the mapping says.
   *
   * @param record the record
   * @param map the term map that reads it
   * @param what what is wrong with the value
   * @param purpose what the map makes of it
   * @param fix the remedy
   */
  void report(Iteration record, TermMap map, String what, String purpose, String fix) {
    String owner = graph.owner(map.node()).map(name -> " " + name).orElse("");
    problems.add(
        new Diagnostic(
            Location.of(source, record.line()),
            what,
            graph.place(map.node()) + owner + " " + purpose,
            fix));
  }

  /** Whether a literal stays that its datatype has no value for. */
  boolean keepsLiterals() {
    return onError == OnError.KEEP;
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** The problems of the record, which from now on is the one before. */
  List<Diagnostic> take() {
    List<Diagnostic> taken = List.copyOf(problems);
    problems.clear();
    return taken;
  }
}
