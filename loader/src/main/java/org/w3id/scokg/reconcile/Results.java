package org.w3id.scokg.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the candidates of a batch (§4.3 of the specification). */
final class Results {

  private final Catalog catalog;
  private final Vocabulary vocabulary;
  private final List<String> languages;

  /**
   * Begins.
   *
   * @param languages of names, the preferred one first
   */
  Results(Catalog catalog, Vocabulary vocabulary, List<String> languages) {
    this.catalog = catalog;
    this.vocabulary = vocabulary;
    this.languages = languages;
  }

  ObjectNode write(Map<String, List<Candidate>> batch) {
    ObjectNode results = Json.object();
    batch.forEach(
        (key, candidates) -> {
          ArrayNode result = results.putObject(key).putArray("result");
          candidates.forEach(candidate -> write(candidate, result.addObject()));
        });
    return results;
  }

  private void write(Candidate candidate, ObjectNode into) {
    Entity entity = candidate.entity();
    into.put("id", vocabulary.entityId(entity.iri()));
    into.put("name", entity.name(preferring(candidate.language())));
    into.put("score", candidate.score());
    into.put("match", candidate.isMatch());
    types(entity, into.putArray("type"));
    ArrayNode features = into.putArray("features");
    for (Candidate.Feature feature : candidate.features()) {
      features.addObject().put("id", feature.id()).put("value", feature.value());
    }
  }

  /** Who asks in a language is answered in it. */
  private List<String> preferring(String language) {
    List<String> preferred = new ArrayList<>();
    if (!language.isEmpty()) {
      preferred.add(language);
    }
    preferred.addAll(languages);
    return preferred;
  }

  void types(Entity entity, ArrayNode into) {
    for (String type : entity.shownTypes()) {
      into.addObject()
          .put("id", vocabulary.termId(type))
          .put("name", catalog.label(type, languages));
    }
  }
}
