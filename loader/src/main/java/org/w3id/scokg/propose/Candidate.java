package org.w3id.scokg.propose;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3id.scokg.diagnostic.Diagnostic;

/**
 * What a service holds to be what was asked for ("Reconciliation candidate").
 *
 * @param id its identifier
 * @param name its name
 * @param score how likely it is meant; most services, not all, keep it between 0 and 100
 * @param match whether the service is sure
 * @param types the names of its types
 * @param features what the score was made of, by name
 */
record Candidate(
    String id,
    String name,
    double score,
    boolean match,
    List<String> types,
    Map<String, String> features) {

  /** Reads the candidates of a result, the likeliest first; those that are none are problems. */
  static List<Candidate> all(
      Json result, String asked, ServiceProblems service, Consumer<Diagnostic> problems) {
    return result.items().orElse(List.of()).stream()
        .flatMap(json -> read(json, asked, service, problems).stream())
        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
        .toList();
  }

  /** Reads a candidate; without what the API demands, it is none, which is a problem. */
  private static Optional<Candidate> read(
      Json json, String asked, ServiceProblems service, Consumer<Diagnostic> problems) {
    Optional<String> id = json.get("id").text().filter(text -> !text.isEmpty());
    Optional<String> name = json.get("name").text();
    Optional<Double> score =
        json.get("score").number().map(BigDecimal::doubleValue).filter(Double::isFinite);
    if (id.isPresent() && name.isPresent() && score.isPresent()) {
      return Optional.of(
          new Candidate(
              id.get(),
              name.get(),
              score.get(),
              json.get("match").truth().orElse(false),
              types(json),
              features(json)));
    }
    String missing = id.isEmpty() ? "id" : name.isEmpty() ? "name" : "score";
    problems.accept(
        service.diagnostic(
            "a candidate for '%s' has %s".formatted(asked, lack(missing, json)),
            "a candidate has an id, a name, and a number for a score; this one is left out",
            "tell the makers of the service"));
    return Optional.empty();
  }

  private static String lack(String key, Json json) {
    return json.members().containsKey(key)
        ? "the %s %s".formatted(key, json.get(key))
        : "no " + key;
  }

  /** A type is given as an object or by its identifier alone. */
  private static List<String> types(Json json) {
    return json.get("type").items().orElse(List.of()).stream()
        .flatMap(
            type -> type.get("name").text().or(() -> type.get("id").text()).or(type::text).stream())
        .toList();
  }

  private static Map<String, String> features(Json json) {
    Map<String, String> features = new LinkedHashMap<>();
    for (Json feature : json.get("features").items().orElse(List.of())) {
      feature.get("id").text().ifPresent(id -> features.put(id, feature.get("value").toString()));
    }
    return features;
  }
}
