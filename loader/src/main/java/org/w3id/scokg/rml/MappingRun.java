package org.w3id.scokg.rml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.rdf4j.model.Resource;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.rml.SourcePass.Shared;
import org.w3id.scokg.rml.TriplesMap.RefObjectMap;
import org.w3id.scokg.source.Iterations;
import org.w3id.scokg.source.Iterations.Detail;

/**
 * One pass of a mapping over its sources: compiles against each source, then streams its records.
 *
 * @param <T> the form of a term
 */
final class MappingRun<T> implements SourcePass.Parents<T> {

  private final Map<Resource, TriplesMap> maps;
  private final MappingOptions options;
  private final Sinks<T> sinks;
  private final Diagnostics problems;
  private final Ledger ledger;
  private final Shared<T> shared;
  private final JoinIndexes<T> joins = new JoinIndexes<>(this::make);
  private long forked;

  MappingRun(
      MappingGraph graph,
      Map<Resource, TriplesMap> maps,
      MappingOptions options,
      Sinks<T> sinks,
      RecordListener listener,
      Diagnostics problems) {
    this.maps = maps;
    this.options = options;
    this.sinks = sinks;
    this.problems = problems;
    this.ledger = new Ledger(options.onError(), listener, problems);
    this.shared =
        new Shared<>(graph, options, new MappingProblems(graph, problems), new BlankNodes(), this);
  }

  MappingSummary run() {
    Map<LogicalSource.Key, List<TriplesMap>> bySource = new LinkedHashMap<>();
    for (TriplesMap map : maps.values()) {
      bySource.computeIfAbsent(map.source().key(), k -> new ArrayList<>()).add(map);
    }
    try (joins) {
      bySource.values().forEach(this::stream);
    }
    return ledger.summary(sinks.count() + forked);
  }

  /** Maps the records of a source, by all triples maps that read it. */
  private void stream(List<TriplesMap> together) {
    LogicalSource described = together.get(0).source();
    Detail detail = options.onError() == OnError.SKIP ? Detail.WHOLE : Detail.REFERENCES;
    open(
        described,
        detail,
        source -> {
          boolean splits = sinks.fork().isPresent() && described.file().isLarge();
          SourcePass<T> pass =
              splits && options.threads() > 1
                  ? inParallel(source, together)
                  : inOrder(source, together);
          pass.reportAbsent();
        });
  }

  private SourcePass<T> inOrder(Iterations source, List<TriplesMap> together) {
    SourcePass<T> pass = new SourcePass<>(shared, source, together, sinks);
    source.forEach(
        record -> {
          ledger.record(source.name(), record.line());
          List<Diagnostic> flaws = pass.map(record);
          if (!flaws.isEmpty()) {
            ledger.flawed(source.name(), record.line(), pass.json(record), flaws);
          }
        },
        bad -> ledger.bad(source.name(), bad));
    return pass;
  }

  private SourcePass<T> inParallel(Iterations source, List<TriplesMap> together) {
    int threads = options.threads();
    List<SourcePass<T>> passes = new ArrayList<>();
    for (int i = 0; i < threads + 2; i++) {
      passes.add(new SourcePass<>(shared, source, together, sinks.fork().orElseThrow()));
    }
    try (ParallelPass parallel = new ParallelPass(source.name(), passes, threads, ledger)) {
      // What other sources made comes first.
      sinks.all().forEach(StatementSink::flush);
      source.forEach(parallel::add, parallel::add);
      parallel.finish();
    }
    forked += passes.stream().mapToLong(SourcePass::count).sum();
    return passes.get(0);
  }

  /** Opens a source; one that cannot be read is a problem, and the others are still read. */
  private void open(LogicalSource source, Detail detail, Consumer<Iterations> use) {
    try (Iterations iterations = Iterations.open(source.file(), source.format(), detail)) {
      use.accept(iterations);
    } catch (InputException e) {
      e.diagnostics().forEach(problems);
    }
  }

  @Override
  public TriplesMap map(RefObjectMap reference) {
    TriplesMap parent = maps.get(reference.parent());
    if (parent == null) {
      throw new IllegalStateException("Bug: the reader let a missing parent pass");
    }
    return parent;
  }

  @Override
  public JoinIndex<T> index(RefObjectMap reference) {
    return joins.of(reference);
  }

  /**
   * Indexes the subjects of a parent. What is wrong with its records is told when they are mapped.
   */
  private JoinIndex<T> make(RefObjectMap reference, List<Expression> keys) {
    JoinIndex<T> index = new JoinIndex<>(sinks.fallback(), options.joinMemory());
    TriplesMap parent = map(reference);
    open(
        parent.source(),
        Detail.REFERENCES,
        source -> {
          SourcePass<T> pass = new SourcePass<>(shared, source, List.of(), sinks);
          TermGenerator<T> subjects = pass.terms(parent).compile(parent.subject());
          List<ValueReader> readers = pass.keys(parent, keys, reference);
          source.forEach(
              record -> {
                index.add(readers, record, subjects.generate(record));
                pass.forget();
              },
              bad -> {});
        });
    return index;
  }
}
