package org.w3id.scokg.propose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;

/** Asks a service for candidates, batch by batch. */
public final class Inquiry {

  /** How many questions are sent at once to a service that does not say how many it takes. */
  private static final int USUAL_BATCH = 10;

  private final Service service;
  private final AnswerCache cache;
  private final int batch;
  private final int limit;
  private final Consumer<String> progress;

  /**
   * An inquiry.
   *
   * @param service what is asked
   * @param cache where answers are kept
   * @param batch how many questions are sent at once, unless the service takes fewer
   * @param limit how many candidates are wanted for each entity
   * @param progress is told what is being asked
   */
  public Inquiry(
      Service service, AnswerCache cache, int batch, int limit, Consumer<String> progress) {
    this.service = service;
    this.cache = cache;
    this.batch = batchSize(service, batch);
    this.limit = limit;
    this.progress = progress;
  }

  static int batchSize(Service service, int wanted) {
    return Math.min(wanted, service.manifest().batchSize().orElse(USUAL_BATCH));
  }

  /**
   * What came of it.
   *
   * @param candidates the candidates of each entity that there is an answer for
   * @param asked how many entities the service was asked for
   * @param problems what went wrong
   */
  public record Findings(
      Map<Subject, List<Candidate>> candidates, int asked, Diagnostics problems) {}

  /**
   * Asks for all of these. Where the service fails, what was answered before is what came of it.
   */
  public Findings ask(List<Subject> subjects) {
    Diagnostics problems = new Diagnostics();
    Map<Subject, Json> answers = new LinkedHashMap<>();
    List<Subject> unanswered = new ArrayList<>();
    for (Subject subject : subjects) {
      cache
          .find(service.address().toString(), json(subject))
          .ifPresentOrElse(answer -> answers.put(subject, answer), () -> unanswered.add(subject));
    }
    int asked = 0;
    try {
      while (asked < unanswered.size()) {
        progress.accept(
            "%s: %,d of %,d".formatted(service.manifest().name(), asked, unanswered.size()));
        int end = asked + Math.min(batch, unanswered.size() - asked);
        ask(unanswered.subList(asked, end), answers, problems);
        asked = end;
      }
    } catch (InputException e) {
      e.diagnostics().forEach(problems);
    }
    return new Findings(candidates(subjects, answers, problems), asked, problems);
  }

  /** Asks for a batch, and keeps what is answered at once. */
  private void ask(List<Subject> subjects, Map<Subject, Json> answers, Diagnostics problems) {
    List<Question> questions = subjects.stream().map(s -> Question.of(s, limit)).toList();
    Map<Integer, Json> results = service.ask(questions, problems);
    results.forEach((place, result) -> answers.put(subjects.get(place), result));
    results.forEach(
        (place, result) ->
            cache.keep(service.address().toString(), json(subjects.get(place)), result));
  }

  private Json json(Subject subject) {
    return Question.of(subject, limit).json(service.manifest().identifierSpace());
  }

  /** In the order in which was asked for them, whatever came from the cache. */
  private Map<Subject, List<Candidate>> candidates(
      List<Subject> subjects, Map<Subject, Json> answers, Diagnostics problems) {
    Map<Subject, List<Candidate>> candidates = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      Json answer = answers.get(subject);
      if (answer != null) {
        candidates.put(
            subject, Candidate.all(answer, subject.label(), service.problems(), problems));
      }
    }
    return candidates;
  }
}
