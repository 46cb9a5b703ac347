package org.w3id.scokg.rml;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the statements of a run go.
 *
 * @param fallback takes those that no logical target is named for
 * @param targets take the others
 * @param <T> the form of a term
 */
record Sinks<T>(StatementSink<T> fallback, Map<LogicalTarget, StatementSink<T>> targets) {

  /** Those of some targets; without any, or where targets are not told apart, the common one. */
  List<StatementSink<T>> of(Set<LogicalTarget> wanted) {
    return wanted.isEmpty() || targets.isEmpty()
        ? List.of(fallback)
        : List.copyOf(wanted.stream().map(this::of).toList());
  }

  private StatementSink<T> of(LogicalTarget target) {
    StatementSink<T> sink = targets.get(target);
    if (sink == null) {
      throw new IllegalStateException("Bug: no sink for " + target.name());
    }
    return sink;
  }

  /** Sinks for another thread, where there can be any. */
  Optional<Sinks<T>> fork() {
    return targets.isEmpty()
        ? fallback.fork().map(sink -> new Sinks<>(sink, Map.of()))
        : Optional.empty();
  }

  Collection<StatementSink<T>> all() {
    return Stream.concat(Stream.of(fallback), targets.values().stream()).toList();
  }

  void accept() {
    fallback.accept();
    targets.values().forEach(StatementSink::accept);
  }

  void discard() {
    fallback.discard();
    targets.values().forEach(StatementSink::discard);
  }

  long count() {
    return all().stream().mapToLong(StatementSink::count).sum();
  }
}
