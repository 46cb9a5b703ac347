package org.w3id.scokg.rml;

import java.util.List;
import org.w3id.scokg.diagnostic.Diagnostic;

/** Is told of the records that a mapping reads. */
@FunctionalInterface
public interface RecordListener {

  /** Listens to nothing. */
  RecordListener NONE = (source, line) -> {};

  /**
   * The next statements come from this record.
   *
   * @param source the source, as messages show it
   * @param line the line on which the record starts, counted from 1
   */
  void record(String source, long line);

  /** A record gives no statement at all. Never said where {@link OnError#FAIL} is asked for. */
  default void rejected(Rejection rejection) {}

  /** A record has unusable values. Only said where {@link OnError#KEEP} is asked for. */
  default void kept(List<Diagnostic> problems) {}
}
