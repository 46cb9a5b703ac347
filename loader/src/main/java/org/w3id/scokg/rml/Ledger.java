package org.w3id.scokg.rml;

import java.util.List;
import java.util.function.Consumer;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.source.BadRecord;

/** Counts the records of a run, and tells the caller what became of them. */
final class Ledger {

  private final OnError onError;
  private final RecordListener listener;
  private final Consumer<Diagnostic> problems;
  private long read;
  private long rejected;

  Ledger(OnError onError, RecordListener listener, Consumer<Diagnostic> problems) {
    this.onError = onError;
    this.listener = listener;
    this.problems = problems;
  }

  /** A record was read. */
  void record(String source, long line) {
    read++;
    listener.record(source, line);
  }

  /**
   * The record has problems.
   *
   * @param json the record, where it is left out; else empty
   */
  void flawed(String source, long line, String json, List<Diagnostic> flaws) {
    switch (onError) {
      case FAIL -> flaws.forEach(problems);
      case KEEP -> listener.kept(flaws);
      case SKIP -> reject(new Rejection(source, line, json, flaws));
    }
  }

  /** A record was read that is none. */
  void bad(String source, BadRecord bad) {
    read++;
    if (onError == OnError.FAIL) {
      problems.accept(bad.problem());
    } else {
      long line = bad.problem().location().line().orElse(0);
      reject(new Rejection(source, line, bad.json(), List.of(bad.problem())));
    }
  }

  private void reject(Rejection rejection) {
    rejected++;
    listener.rejected(rejection);
  }

  MappingSummary summary(long statements) {
    return new MappingSummary(read, rejected, statements);
  }
}
