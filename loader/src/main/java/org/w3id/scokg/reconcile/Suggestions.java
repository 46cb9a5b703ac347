package org.w3id.scokg.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Completes what somebody types: names of entities, classes and properties (§6). */
final class Suggestions {

  private static final int SUGGESTED = 10;

  /** How many are looked at to choose from. */
  private static final int FOUND = 200;

  private final Catalog catalog;
  private final NameIndex index;
  private final Spelling spelling;
  private final Vocabulary vocabulary;
  private final List<String> languages;

  Suggestions(
      Catalog catalog,
      NameIndex index,
      Spelling spelling,
      Vocabulary vocabulary,
      List<String> languages) {
    this.catalog = catalog;
    this.index = index;
    this.spelling = spelling;
    this.vocabulary = vocabulary;
    this.languages = languages;
  }

  /**
   * Entities with a name that begins as a text, or is similar to it where none does.
   *
   * @param cursor how many were suggested before
   */
  ObjectNode entities(String prefix, int cursor) {
    ObjectNode answer = Json.object();
    ArrayNode result = answer.putArray("result");
    List<Entity> found = beginning(index, spelling, prefix, languages, FOUND);
    (found.isEmpty() ? index.similar(prefix, Set.of(), SUGGESTED) : found)
        .stream()
            .skip(cursor)
            .limit(SUGGESTED)
            .forEach(entity -> write(entity, result.addObject()));
    return answer;
  }

  /**
   * Entities with a name that has the words of a text, the last of them perhaps unfinished: those
   * that begin so first, the shorter before the longer.
   */
  static List<Entity> beginning(
      NameIndex index, Spelling spelling, String prefix, List<String> languages, int limit) {
    String latin = spelling.latin(prefix);
    return index.beginning(prefix, Set.of(), limit).stream()
        .sorted(
            Comparator.comparing((Entity entity) -> !begins(entity, latin))
                .thenComparing(entity -> entity.name(languages).length())
                .thenComparing(Entity::iri))
        .toList();
  }

  private static boolean begins(Entity entity, String latin) {
    return entity.names().stream().anyMatch(name -> name.latin().startsWith(latin));
  }

  private void write(Entity entity, ObjectNode into) {
    into.put("id", vocabulary.entityId(entity.iri())).put("name", entity.name(languages));
    List<String> types =
        entity.shownTypes().stream().map(type -> catalog.label(type, languages)).toList();
    if (!types.isEmpty()) {
      into.put("description", String.join(", ", types));
    }
    new Results(catalog, vocabulary, languages).types(entity, into.putArray("notable"));
  }

  /** Classes or properties that are called or named like a text. */
  ObjectNode terms(Stream<String> iris, String prefix, int cursor) {
    String wanted = prefix.toLowerCase(Locale.ROOT).strip();
    ObjectNode answer = Json.object();
    ArrayNode result = answer.putArray("result");
    iris.filter(iri -> rank(iri, wanted) < 3)
        .sorted(
            Comparator.comparingInt((String iri) -> rank(iri, wanted))
                .thenComparing(iri -> catalog.label(iri, languages))
                .thenComparing(Comparator.naturalOrder()))
        .skip(cursor)
        .limit(SUGGESTED)
        .forEach(iri -> write(iri, result.addObject()));
    return answer;
  }

  /**
   * 0 for what is called like that, 1 for what begins so, 2 for what has it within, 3 for others.
   */
  private int rank(String iri, String wanted) {
    return Stream.concat(
            Stream.of(vocabulary.termId(iri)), catalog.term(iri).labels().values().stream())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .mapToInt(
            name ->
                name.equals(wanted)
                    ? 0
                    : name.startsWith(wanted) ? 1 : name.contains(wanted) ? 2 : 3)
        .min()
        .orElse(3);
  }

  private void write(String iri, ObjectNode into) {
    into.put("id", vocabulary.termId(iri)).put("name", catalog.label(iri, languages));
    String comment = catalog.term(iri).comment(languages);
    if (!comment.isEmpty()) {
      into.put("description", comment);
    }
  }
}
