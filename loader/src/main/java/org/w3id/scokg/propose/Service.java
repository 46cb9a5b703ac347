package org.w3id.scokg.propose;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;

/** A service that speaks the Reconciliation Service API 0.2. Not thread-safe. */
public final class Service {

  private final URI address;
  private final ServiceProblems problems;
  private final Line line;
  private final Manifest manifest;

  private Service(URI address, ServiceProblems problems, Line line) {
    this.address = address;
    this.problems = problems;
    this.line = line;
    this.manifest = Manifest.read(json(line.send(address, Optional.empty())), problems);
  }

  /**
   * Opens a service: reads what it says of itself.
   *
   * @param address where it answers, by HTTP or HTTPS
   * @param manners how it is asked
   * @param progress is told what is being waited for
   * @throws InputException if it gives no answer, or is of another kind
   */
  public static Service open(URI address, Manners manners, Consumer<String> progress) {
    ServiceProblems problems = new ServiceProblems(address.toString());
    return open(address, new Line(problems, manners, Time.OF_MACHINE, new Random(), progress));
  }

  static Service open(URI address, Line line) {
    return new Service(address, new ServiceProblems(address.toString()), line);
  }

  /** What it says of itself. */
  public Manifest manifest() {
    return manifest;
  }

  URI address() {
    return address;
  }

  ServiceProblems problems() {
    return problems;
  }

  /**
   * Sends one batch of questions.
   *
   * @param wrong takes what is wrong with single answers
   * @return the answers that are sound, by the place of their question; others are missing
   * @throws InputException if there is no answer at all
   */
  Map<Integer, Json> ask(List<Question> questions, Consumer<Diagnostic> wrong) {
    Map<String, Json> batch = new LinkedHashMap<>();
    for (Question question : questions) {
      batch.put(key(batch.size()), question.json(manifest.identifierSpace()));
    }
    String form = "queries=" + URLEncoder.encode(Json.of(batch).toString(), StandardCharsets.UTF_8);
    Map<String, Json> results = json(line.send(address, Optional.of(form))).members();
    if (batch.keySet().stream().noneMatch(results::containsKey)) {
      throw problems.failure(
          "the answer holds nothing that was asked for",
          "each key of a batch has its result, and the keys are: " + listed(results.keySet()),
          "correct the service's address, or tell its makers");
    }
    reportUnasked(batch.keySet(), results.keySet(), wrong);
    Map<Integer, Json> answers = new LinkedHashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      Json result = results.getOrDefault(key(i), Json.of(Map.of())).get("result");
      if (result.items().isPresent()) {
        answers.put(i, result);
      } else {
        wrong.accept(
            problems.diagnostic(
                "there is no result for '" + questions.get(i).text() + "'",
                "each query of a batch has a list of candidates, empty if there are none",
                "ask again; where that does not help, tell the makers of the service"));
      }
    }
    return answers;
  }

  private static String key(int place) {
    return "q" + place;
  }

  private static String listed(Set<String> keys) {
    List<String> first = new ArrayList<>(keys).subList(0, Math.min(5, keys.size()));
    return keys.isEmpty() ? "none" : String.join(", ", first);
  }

  private void reportUnasked(Set<String> asked, Set<String> got, Consumer<Diagnostic> wrong) {
    Set<String> unasked = new LinkedHashSet<>(got);
    unasked.removeAll(asked);
    if (!unasked.isEmpty()) {
      wrong.accept(
          problems.diagnostic(
              "the answer has a result for '%s', which was not asked"
                  .formatted(unasked.iterator().next()),
              "results have the keys of their queries; it is left out",
              "tell the makers of the service"));
    }
  }

  private Json json(byte[] answer) {
    if (new String(answer, StandardCharsets.UTF_8).stripLeading().startsWith("<")) {
      throw problems.page();
    }
    try {
      return Json.read(answer);
    } catch (IOException e) {
      throw problems.notJson(e);
    }
  }
}
