package org.w3id.scokg.rml;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.source.Iteration;

/**
 * A triples map compiled against its source: what to make of each record.
 *
 * @param subject makes the subject
 * @param graphs makes the names of the graphs of all statements; empty where there are none
 * @param links make the statements
 * @param <T> the form of a term
 */
record TriplesPlan<T>(
    TermGenerator<T> subject, Optional<TermGenerator<T>> graphs, List<Links<T>> links) {

  /**
   * A compiled predicate-object map.
   *
   * @param predicates makes the predicates
   * @param objects makes the objects
   * @param graphs makes the names of graphs that its statements are in besides those of the subject
   * @param sinks where the statements go
   * @param <T> the form of a term
   */
  record Links<T>(
      TermGenerator<T> predicates,
      TermGenerator<T> objects,
      Optional<TermGenerator<T>> graphs,
      List<StatementSink<T>> sinks) {

    private void apply(Iteration record, T subject, @Nullable List<T> inherited) {
      List<T> links = predicates.generate(record);
      List<T> values = links.isEmpty() ? List.of() : objects.generate(record);
      if (values.isEmpty()) {
        return;
      }
      List<T> own = graphs.isEmpty() ? null : graphs.get().generate(record);
      for (int p = 0; p < links.size(); p++) {
        for (int o = 0; o < values.size(); o++) {
          for (StatementSink<T> sink : sinks) {
            push(sink, subject, links.get(p), values.get(o), inherited, own);
          }
        }
      }
    }

    private static <T> void push(
        StatementSink<T> sink,
        T subject,
        T predicate,
        T object,
        @Nullable List<T> inherited,
        @Nullable List<T> own) {
      if (inherited == null && own == null) {
        sink.add(subject, predicate, object, null);
        return;
      }
      for (int g = 0; inherited != null && g < inherited.size(); g++) {
        sink.add(subject, predicate, object, inherited.get(g));
      }
      for (int g = 0; own != null && g < own.size(); g++) {
        sink.add(subject, predicate, object, own.get(g));
      }
    }
  }

  /** Pushes all statements of a record. */
  void apply(Iteration record) {
    List<T> subjects = subject.generate(record);
    if (subjects.isEmpty()) {
      return;
    }
    List<T> inherited = graphs.isEmpty() ? null : graphs.get().generate(record);
    for (Links<T> link : links) {
      for (int s = 0; s < subjects.size(); s++) {
        link.apply(record, subjects.get(s), inherited);
      }
    }
  }
}
