package org.w3id.scokg.rml;

import java.util.List;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.rml.TemplateReader.Encoding;
import org.w3id.scokg.rml.TriplesMap.JoinCondition;
import org.w3id.scokg.rml.TriplesMap.RefObjectMap;
import org.w3id.scokg.source.Iteration;
import org.w3id.scokg.source.Iterations;

/**
 * The triples maps of a source, compiled against it to be used by one thread.
 *
 * @param <T> the form of a term
 */
final class SourcePass<T> {

  /** What the passes of a run share. */
  record Shared<T>(
      MappingGraph graph,
      MappingOptions options,
      MappingProblems problems,
      BlankNodes blankNodes,
      Parents<T> parents) {}

  /** Knows the parents of joins. */
  interface Parents<T> {
    /** The triples map that a referencing object map names. */
    TriplesMap map(RefObjectMap reference);

    /** The subjects of that triples map, by the values joined on. */
    JoinIndex<T> index(RefObjectMap reference);
  }

  private final Shared<T> shared;
  private final Sinks<T> sinks;
  private final ExpressionCompiler expressions;
  private final RecordProblems records;
  private final List<TriplesPlan<T>> plans;

  SourcePass(Shared<T> shared, Iterations source, List<TriplesMap> maps, Sinks<T> sinks) {
    this.shared = shared;
    this.sinks = sinks;
    this.expressions =
        new ExpressionCompiler(source, shared.problems, shared.options.unknownReference());
    this.records = new RecordProblems(source.name(), shared.graph, shared.options.onError());
    this.plans = maps.stream().map(this::plan).toList();
  }

  private TriplesPlan<T> plan(TriplesMap map) {
    return new PlanCompiler<>(map, terms(map), parent -> parents(map, parent), sinks).compile();
  }

  /** The compiler of the terms of one of the triples maps. */
  TermCompiler<T> terms(TriplesMap map) {
    return new TermCompiler<>(
        map.source(),
        expressions,
        records,
        map.baseIri().or(shared.options::baseIri),
        sinks.fallback(),
        shared.blankNodes);
  }

  /** Readers of the values that records are joined on. */
  List<ValueReader> keys(TriplesMap map, List<Expression> sides, RefObjectMap reference) {
    return sides.stream()
        .map(e -> expressions.compile(map.source(), e, reference.node(), Encoding.NONE))
        .toList();
  }

  /** Without a condition, a parent over the same records is its subject map applied to them. */
  private TermGenerator<T> parents(TriplesMap child, RefObjectMap reference) {
    TriplesMap parent = shared.parents.map(reference);
    if (reference.conditions().isEmpty() && parent.source().key().equals(child.source().key())) {
      return terms(parent).compile(parent.subject());
    }
    JoinIndex<T> index = shared.parents.index(reference);
    List<ValueReader> keys =
        keys(child, reference.conditions().stream().map(JoinCondition::child).toList(), reference);
    return record -> index.find(keys, record);
  }

  /**
   * Makes the statements of a record, and takes them back if the record is to be left out.
   *
   * @return what is wrong with the record
   */
  List<Diagnostic> map(Iteration record) {
    for (int i = 0; i < plans.size(); i++) {
      plans.get(i).apply(record);
    }
    if (records.isEmpty()) {
      sinks.accept();
      return List.of();
    }
    if (shared.options.onError() == OnError.SKIP) {
      sinks.discard();
    } else {
      sinks.accept();
    }
    return records.take();
  }

  /** The record as JSON, where it is to be left out. */
  String json(Iteration record) {
    return shared.options.onError() == OnError.SKIP ? record.json() : "";
  }

  /** Forgets what is wrong with a record, since it is told elsewhere. */
  void forget() {
    records.take();
  }

  /** Reports, once the source was read, the references that no record had. */
  void reportAbsent() {
    expressions.reportAbsent();
  }

  /** Hands on what was made of the records so far. */
  void flush() {
    sinks.all().forEach(StatementSink::flush);
  }

  long count() {
    return sinks.count();
  }

  long pendingBytes() {
    return sinks.fallback().pendingBytes();
  }
}
