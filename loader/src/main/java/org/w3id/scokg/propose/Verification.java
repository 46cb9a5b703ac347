package org.w3id.scokg.propose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.link.SssomFile;
import org.w3id.scokg.link.TsvRow;

/** Asks a service again whether published links still lead to what they led to. */
public final class Verification {

  private static final String EXACT = "http://www.w3.org/2004/02/skos/core#exactMatch";

  /** How many candidates are wanted for a name; the one that is linked should be among them. */
  private static final int LIMIT = 10;

  private final Service service;
  private final SssomFile mappings;
  private final ObjectSpace space;
  private final int batch;
  private final Consumer<String> progress;

  /**
   * A verification.
   *
   * @param space the identifiers of the service, and the links
   * @param batch how many links are asked for at once, unless the service takes fewer
   * @param progress is told what is being asked
   */
  public Verification(ObjectSpace space, int batch, Consumer<String> progress) {
    this.service = space.service();
    this.mappings = space.mappings();
    this.space = space;
    this.batch = Inquiry.batchSize(service, batch);
    this.progress = progress;
  }

  /**
   * A published link.
   *
   * @param row its row
   * @param iri what it leads to
   * @param id the identifier of that
   */
  private record Published(TsvRow row, String iri, String id) {

    String object() {
      return row.cell("object_id");
    }

    /** The name of our entity; where the row has none, that of theirs, or its identifier. */
    String name() {
      String ours = row.cell("subject_label");
      String theirs = row.cell("object_label");
      return !ours.isEmpty() ? ours : !theirs.isEmpty() ? theirs : id;
    }
  }

  /**
   * Asks for every exact match with an entity of the service.
   *
   * @param problems takes what has changed, and what is wrong with answers
   * @return how many links were looked at
   * @throws InputException if the service gives no answer
   */
  public int run(Diagnostics problems) {
    List<Published> links = mappings.rows().stream().flatMap(row -> link(row).stream()).toList();
    Map<Published, List<Candidate>> byName = ask(links, Published::name, problems);
    List<Published> unseen = new ArrayList<>();
    byName.forEach(
        (link, candidates) -> {
          if (find(link, candidates).isPresent()) {
            compare(link, candidates, problems);
          } else {
            unseen.add(link);
          }
        });
    // A name may have too many namesakes; the identifier itself has none.
    ask(unseen, Published::id, problems)
        .forEach(
            (link, found) -> lookFor(link, found, byName.getOrDefault(link, List.of()), problems));
    return links.size();
  }

  private Optional<Published> link(TsvRow row) {
    String object = row.cell("object_id");
    boolean exact =
        mappings.expand(row.cell("predicate_id"), "predicate_id").equals(EXACT)
            && row.cell("predicate_modifier").isEmpty()
            && !object.equals(SssomFile.NO_TERM_FOUND);
    return exact ? published(row, mappings.expand(object, "object_id")) : Optional.empty();
  }

  private Optional<Published> published(TsvRow row, String iri) {
    return space.id(iri).map(id -> new Published(row, iri, id));
  }

  private Map<Published, List<Candidate>> ask(
      List<Published> links, Function<Published, String> text, Diagnostics problems) {
    Map<Published, List<Candidate>> answers = new LinkedHashMap<>();
    for (int start = 0; start < links.size(); start += batch) {
      progress.accept("%s: %,d of %,d".formatted(service.manifest().name(), start, links.size()));
      List<Published> some = links.subList(start, Math.min(start + batch, links.size()));
      List<Question> questions =
          some.stream().map(link -> Question.of(text.apply(link), LIMIT)).toList();
      service
          .ask(questions, problems)
          .forEach(
              (place, result) ->
                  answers.put(
                      some.get(place),
                      Candidate.all(
                          result, questions.get(place).text(), service.problems(), problems)));
    }
    return answers;
  }

  private Optional<Candidate> find(Published link, List<Candidate> candidates) {
    return candidates.stream().filter(candidate -> isOf(link, candidate)).findFirst();
  }

  private boolean isOf(Published link, Candidate candidate) {
    return space.iri(candidate.id()).equals(link.iri());
  }

  /** What a candidate is called in the mapping set: its CURIE, or its IRI if no prefix fits. */
  private String name(Candidate candidate) {
    String iri = space.iri(candidate.id());
    return mappings.shorten(iri).orElse(iri);
  }

  /** The link's object was found by name, or else by its identifier. */
  private void compare(Published link, List<Candidate> candidates, Diagnostics problems) {
    find(link, candidates)
        .map(Candidate::name)
        .filter(name -> !name.equals(link.row().cell("object_label")))
        .filter(name -> !link.row().cell("object_label").isEmpty())
        .ifPresent(name -> reportName(link, name, problems));
    reportRival(link, candidates, problems);
  }

  private void lookFor(
      Published link, List<Candidate> found, List<Candidate> namesakes, Diagnostics problems) {
    if (find(link, found).isPresent()) {
      List<Candidate> all = new ArrayList<>(namesakes);
      find(link, found).ifPresent(all::add);
      compare(link, all, problems);
      return;
    }
    Optional<Candidate> successor =
        found.stream()
            .filter(c -> c.match() || c.name().equals(link.row().cell("object_label")))
            .findFirst();
    problems.accept(successor.isPresent() ? redirected(link, successor.get()) : lost(link));
  }

  private Diagnostic lost(Published link) {
    return drift(
        link,
        link.object() + " is no longer found",
        "the service finds it neither by the name '%s' nor by its identifier"
            .formatted(link.name()),
        "look whether it is gone; then remove the link, or correct it");
  }

  private Diagnostic redirected(Published link, Candidate successor) {
    return drift(
        link,
        "%s has become %s".formatted(link.object(), name(successor)),
        "the service answers with '%s' where it is asked for the identifier"
            .formatted(successor.name()),
        "write the new identifier");
  }

  private void reportName(Published link, String name, Diagnostics problems) {
    problems.accept(
        drift(
            link,
            "%s is named '%s' now".formatted(link.object(), name),
            "it was named '%s' when it was linked".formatted(link.row().cell("object_label")),
            "look whether it still means the same; then correct object_label"));
  }

  private void reportRival(Published link, List<Candidate> candidates, Diagnostics problems) {
    candidates.stream()
        .filter(candidate -> candidate.match() && !isOf(link, candidate))
        .findFirst()
        .ifPresent(
            rival ->
                problems.accept(
                    drift(
                        link,
                        "the service takes %s for '%s' now".formatted(name(rival), link.name()),
                        "it is sure of '%s', with a score of %s; the link leads to %s"
                            .formatted(rival.name(), Draft.number(rival.score()), link.object()),
                        "look which of the two is meant")));
  }

  private static Diagnostic drift(Published link, String what, String why, String fix) {
    return new Diagnostic(link.row().location(), what, why, fix);
  }
}
