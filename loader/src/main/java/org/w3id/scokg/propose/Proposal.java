package org.w3id.scokg.propose;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3id.scokg.link.SssomFile;
import org.w3id.scokg.link.TsvRow;

/**
 * A row of a review file: a link that a service proposes, or that it proposes none.
 *
 * @param row the row
 */
public record Proposal(TsvRow row) {

  static final List<String> COLUMNS =
      List.of(
          "subject_id",
          "subject_label",
          "subject_types",
          "evidence",
          "predicate_id",
          "object_id",
          "object_label",
          "score",
          "match",
          "object_types",
          "page",
          "reasons",
          "state",
          "reviewer_id",
          "date");

  record Link(String subject, String object) {}

  /** The CURIE of our entity. */
  public String subject() {
    return row.cell("subject_id");
  }

  /** The CURIE of theirs, or that there is none. */
  public String object() {
    return row.cell("object_id");
  }

  /** Whether it proposes a link, and not that there is none. */
  public boolean isCandidate() {
    return !object().equals(SssomFile.NO_TERM_FOUND);
  }

  /** Another cell, by the name of its column; empty if the row has none. */
  public String cell(String column) {
    return row.cell(column);
  }

  /** What has become of it. */
  public State state() {
    for (State state : State.values()) {
      if (state.toString().equals(row.cell("state"))) {
        return state;
      }
    }
    throw new IllegalStateException("Bug: a review file has the state " + row.cell("state"));
  }

  boolean isOpen() {
    return state() == State.OPEN;
  }

  /** The two entities, by which a proposal is known again. */
  Link link() {
    return new Link(subject(), object());
  }

  /** The same, decided by somebody. */
  Proposal decided(State state, String reviewer, LocalDate day) {
    return with(Map.of("state", state.toString(), "reviewer_id", reviewer, "date", day.toString()));
  }

  /** The same subject, for which nothing is proposed. */
  Proposal withoutCandidate() {
    Map<String, String> cells = new LinkedHashMap<>(row.cells());
    List.of("object_label", "score", "match", "object_types", "page", "reasons")
        .forEach(cells::remove);
    return new Proposal(new TsvRow(row.location(), cells))
        .with(Map.of("object_id", SssomFile.NO_TERM_FOUND));
  }

  private Proposal with(Map<String, String> changed) {
    Map<String, String> cells = new LinkedHashMap<>(row.cells());
    cells.putAll(changed);
    return new Proposal(new TsvRow(row.location(), cells));
  }
}
