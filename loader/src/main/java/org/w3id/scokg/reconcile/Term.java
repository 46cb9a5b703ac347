package org.w3id.scokg.reconcile;

import java.util.List;
import java.util.Map;

/**
 * A class or a property.
 *
 * @param iri what identifies it in the graph
 * @param labels what it is called, by language
 * @param comments what it means, by language
 */
record Term(String iri, Map<String, String> labels, Map<String, String> comments) {

  Term {
    labels = Map.copyOf(labels);
    comments = Map.copyOf(comments);
  }

  String comment(List<String> languages) {
    return text(comments, languages, "");
  }

  /**
   * Its label in the first of some languages that it has one in, else in any, else another text.
   */
  String label(List<String> languages, String otherwise) {
    return text(labels, languages, otherwise);
  }

  private static String text(Map<String, String> texts, List<String> languages, String otherwise) {
    return languages.stream()
        .filter(texts::containsKey)
        .findFirst()
        .map(texts::get)
        .orElseGet(() -> texts.values().stream().sorted().findFirst().orElse(otherwise));
  }
}
