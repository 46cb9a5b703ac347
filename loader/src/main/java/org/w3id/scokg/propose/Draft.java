package org.w3id.scokg.propose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.link.SssomFile;
import org.w3id.scokg.link.TsvRow;

/**
 * Writes what a service has found as proposals for review.
 *
 * @param mappings the mapping set that links are sought for
 * @param space the identifiers of the service
 * @param threshold the score below which a candidate is not proposed
 */
public record Draft(SssomFile mappings, ObjectSpace space, double threshold) {

  /**
   * How much is proposed.
   *
   * @param found for how many entities there are candidates
   * @param notFound for how many there are none
   * @param candidates how many candidates there are
   */
  public record Tally(int found, int notFound, int candidates) {}

  /**
   * Checks that entities can be written as the mapping set has them.
   *
   * @throws InputException if some cannot
   */
  public void check(List<Subject> subjects) {
    Diagnostics problems = new Diagnostics();
    for (Subject subject : subjects) {
      if (mappings.shorten(subject.iri()).isEmpty()) {
        problems.accept(
            new Diagnostic(
                Location.of(mappings.name()),
                "no prefix of the mapping set fits '" + subject.iri() + "'",
                "entities are written as CURIEs",
                "declare a prefix for it in curie_map"));
      }
    }
    problems.throwIfAny();
  }

  /** Adds what was found to a review file. */
  public Tally into(ReviewFile review, Inquiry.Findings findings) {
    List<Proposal> proposals = new ArrayList<>();
    findings
        .candidates()
        .forEach((subject, found) -> proposals.addAll(of(subject, found, findings.problems())));
    if (!proposals.isEmpty()) {
      review.merge(proposals);
    }
    int notFound = (int) proposals.stream().filter(p -> !p.isCandidate()).count();
    return new Tally(
        findings.candidates().size() - notFound, notFound, proposals.size() - notFound);
  }

  /**
   * The proposals for an entity: one for each candidate, or else that there is none.
   *
   * @param problems takes what is wrong with identifiers
   */
  private List<Proposal> of(
      Subject subject, List<Candidate> candidates, Consumer<Diagnostic> problems) {
    List<Proposal> proposals = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.score() >= threshold) {
        curie(candidate, problems)
            .ifPresent(curie -> proposals.add(proposal(subject, candidate, curie)));
      }
    }
    return proposals.isEmpty() ? List.of(nothing(subject, candidates)) : List.copyOf(proposals);
  }

  private Optional<String> curie(Candidate candidate, Consumer<Diagnostic> problems) {
    try {
      return Optional.of(space.curie(candidate.id()));
    } catch (InputException e) {
      e.diagnostics().forEach(problems);
      return Optional.empty();
    }
  }

  private Proposal proposal(Subject subject, Candidate candidate, String curie) {
    Map<String, String> cells = new LinkedHashMap<>(about(subject));
    cells.put("object_id", curie);
    cells.put("object_label", line(candidate.name()));
    cells.put("score", number(candidate.score()));
    cells.put("match", candidate.match() ? "yes" : "");
    cells.put("object_types", line(String.join(", ", candidate.types())));
    cells.put("page", space.page(candidate.id()).map(Draft::line).orElse(""));
    cells.put("reasons", line(reasons(subject, candidate)));
    return new Proposal(new TsvRow(Location.of(mappings.name()), cells));
  }

  private Proposal nothing(Subject subject, List<Candidate> candidates) {
    Map<String, String> cells = new LinkedHashMap<>(about(subject));
    cells.put("object_id", SssomFile.NO_TERM_FOUND);
    cells.put(
        "reasons",
        candidates.isEmpty()
            ? "nothing found"
            : "the best score is " + number(candidates.get(0).score()));
    return new Proposal(new TsvRow(Location.of(mappings.name()), cells));
  }

  private Map<String, String> about(Subject subject) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("subject_id", mappings.shorten(subject.iri()).orElseThrow());
    cells.put("subject_label", line(subject.label()));
    cells.put("subject_types", String.join(", ", subject.types()));
    cells.put("evidence", line(subject.evidenceText()));
    cells.put("predicate_id", "skos:exactMatch");
    cells.put("state", State.OPEN.toString());
    return cells;
  }

  /** What the score was made of; a property is called what it is called here. */
  private static String reasons(Subject subject, Candidate candidate) {
    Map<String, String> names =
        subject.evidence().stream()
            .collect(Collectors.toMap(Evidence::property, Evidence::name, (a, b) -> a));
    return candidate.features().entrySet().stream()
        .map(f -> names.getOrDefault(f.getKey(), f.getKey()) + ": " + f.getValue())
        .collect(Collectors.joining("; "));
  }

  /** A number without the zeros that say nothing. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  /** A text on one line, without what a terminal would take for commands. */
  private static String line(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
