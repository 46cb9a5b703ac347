package org.w3id.scokg.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.w3id.scokg.reconcile.Candidate.Feature;
import org.w3id.scokg.reconcile.ReconciliationQuery.TypeMatching;

/**
 * Finds the entities that a query may mean, and says how sure that is. {@code docs/link.md} tells
 * what a score is made of. It is used within a read transaction.
 */
final class Matching {

  private static final String NAME = "name_similarity";
  private static final String TYPE = "type_match";
  private static final String PROPERTIES = "property_agreement";

  /** How many names are compared; the one that is meant is hardly ever beyond them. */
  private static final int COMPARED = 60;

  /** A name that is the same but for its script, accents or the size of letters. */
  private static final double SAME_IN_LATIN = 98;

  /** The first letters of a name's words. */
  private static final double INITIALS = 90;

  /** What properties count for, beside a name. */
  private static final double WEIGHT_OF_PROPERTIES = 0.3;

  /** The agreement of an entity that has none of the properties, where others have. */
  private static final double UNTOLD = 0.5;

  /** What a candidate loses that has none of the classes that it should have. */
  private static final double OTHER_TYPE = 0.8;

  /** What is less similar is not worth a look. */
  private static final double LOWEST = 30;

  /** From which score on, and how far before the next one, a candidate is a match. */
  private static final double CERTAIN = 85;

  private static final double CLEAR = 8;

  private final Catalog catalog;
  private final NameIndex index;
  private final Spelling spelling;
  private final PropertyValues properties;

  Matching(Catalog catalog, NameIndex index, Spelling spelling, PropertyValues properties) {
    this.catalog = catalog;
    this.index = index;
    this.spelling = spelling;
    this.properties = properties;
  }

  /** The candidates of a query, the best first; at most one of them is a match. */
  List<Candidate> candidates(ReconciliationQuery query) {
    Text text =
        new Text(
            spelling.plain(query.text()),
            spelling.latin(query.text()),
            spelling.joined(query.text()));
    Map<Entity, OptionalDouble> agreements = new LinkedHashMap<>();
    found(query)
        .forEach(
            entity -> agreements.put(entity, properties.agreement(entity, query.properties())));
    boolean isTold = agreements.values().stream().anyMatch(OptionalDouble::isPresent);
    List<Candidate> candidates = new ArrayList<>();
    for (var found : agreements.entrySet()) {
      OptionalDouble agreement =
          isTold ? OptionalDouble.of(found.getValue().orElse(UNTOLD)) : OptionalDouble.empty();
      Candidate candidate = rate(found.getKey(), query, text, agreement);
      if (candidate.score() >= LOWEST) {
        candidates.add(candidate);
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(candidate -> candidate.entity().iri()));
    decide(candidates);
    return candidates.subList(0, Math.min(query.limit(), candidates.size()));
  }

  private static void decide(List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return;
    }
    Candidate best = candidates.get(0);
    double next = candidates.size() > 1 ? candidates.get(1).score() : 0;
    if (best.score() >= CERTAIN && best.score() - next >= CLEAR) {
      candidates.set(0, best.matching());
    }
  }

  private Set<Entity> found(ReconciliationQuery query) {
    Set<String> types =
        query.typeMatching() == TypeMatching.SHOULD ? Set.of() : Set.copyOf(query.types());
    Set<Entity> found = new LinkedHashSet<>(index.similar(query.text(), types, COMPARED));
    properties
        .having(query.properties(), COMPARED)
        .forEach(iri -> catalog.entity(iri).ifPresent(found::add));
    found.removeIf(entity -> !isAllowed(entity, query));
    return found;
  }

  private static boolean isAllowed(Entity entity, ReconciliationQuery query) {
    return switch (query.typeMatching()) {
      case SHOULD -> true;
      case ALL -> entity.types().containsAll(query.types());
      case ANY -> query.types().isEmpty() || hasOne(entity, query);
    };
  }

  private static boolean hasOne(Entity entity, ReconciliationQuery query) {
    return query.types().stream().anyMatch(entity.types()::contains);
  }

  /** A text that is looked for, in the forms in which names are compared. */
  private record Text(String plain, String latin, String joined) {}

  /** The name of an entity that is most similar to a text, and how similar. */
  private record Likeness(String language, double score) {}

  private Candidate rate(
      Entity entity, ReconciliationQuery query, Text text, OptionalDouble agreement) {
    Likeness name = likeness(entity, query.text(), text);
    List<Feature> features = new ArrayList<>();
    if (!query.text().isBlank()) {
      features.add(new Feature(NAME, round(name.score)));
    }
    agreement.ifPresent(share -> features.add(new Feature(PROPERTIES, round(100 * share))));
    double score = name.score;
    if (agreement.isPresent()) {
      double weight = query.text().isBlank() ? 1 : WEIGHT_OF_PROPERTIES;
      score = (1 - weight) * score + weight * 100 * agreement.getAsDouble();
    }
    if (!query.types().isEmpty()) {
      boolean hasType = hasOne(entity, query);
      features.add(new Feature(TYPE, hasType ? 100 : 0));
      score *= hasType ? 1 : OTHER_TYPE;
    }
    return new Candidate(entity, name.language, round(score), features, false);
  }

  private Likeness likeness(Entity entity, String query, Text text) {
    Likeness best = new Likeness("", 0);
    for (Name name : entity.names()) {
      double score = score(name, text);
      if (score > best.score) {
        best = new Likeness(shownIn(name, query), score);
      }
    }
    return best;
  }

  /** The language to answer in: that of the name, unless it is in letters that were not used. */
  private static String shownIn(Name name, String query) {
    return Spelling.isLatin(query) && !Spelling.isLatin(name.text()) ? "" : name.language();
  }

  private double score(Name name, Text text) {
    if (text.latin.isEmpty()) {
      return 0;
    }
    if (name.plain().equals(text.plain)) {
      return 100;
    }
    if (name.latin().equals(text.latin) || name.latin().replace(" ", "").equals(text.joined)) {
      return SAME_IN_LATIN;
    }
    double similarity = 100 * NameSimilarity.of(text.latin, name.latin());
    boolean isAbbreviation = similarity < INITIALS && name.initials().contains(text.joined);
    return Math.min(SAME_IN_LATIN, isAbbreviation ? INITIALS : similarity);
  }

  private static double round(double score) {
    return Math.round(score * 10) / 10.0;
  }
}
