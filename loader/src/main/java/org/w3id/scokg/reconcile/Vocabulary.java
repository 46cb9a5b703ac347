package org.w3id.scokg.reconcile;

import java.util.List;
import java.util.Map;

/**
 * What a graph calls itself and its identifiers.
 *
 * @param title what the service is called
 * @param entitySpace what the IRI of an entity starts with; the rest is its identifier
 * @param termSpace what the IRIs of the project's own classes and properties start with
 * @param prefixes namespaces of other classes and properties, by prefix
 * @param languages the languages of labels, the preferred one first
 */
public record Vocabulary(
    String title,
    String entitySpace,
    String termSpace,
    Map<String, String> prefixes,
    List<String> languages) {

  /** Copies the collections. */
  public Vocabulary {
    prefixes = Map.copyOf(prefixes);
    languages = List.copyOf(languages);
  }

  EntitySpace entities() {
    return new EntitySpace(entitySpace);
  }

  boolean hasEntity(String iri) {
    return entities().has(iri);
  }

  /** The identifier of an entity: its IRI without what all have in common. */
  String entityId(String iri) {
    return iri.substring(entitySpace.length());
  }

  /** The IRI of an entity by its identifier, which may be the IRI itself. */
  String entityIri(String id) {
    return hasEntity(id) ? id : entitySpace + id;
  }

  /** The identifier of a class or property: a name of the project's own, or one with a prefix. */
  String termId(String iri) {
    if (iri.startsWith(termSpace) && iri.length() > termSpace.length()) {
      return iri.substring(termSpace.length());
    }
    return prefixes.entrySet().stream()
        .filter(e -> iri.startsWith(e.getValue()) && iri.length() > e.getValue().length())
        .filter(e -> iri.indexOf('/', e.getValue().length()) < 0)
        .findFirst()
        .map(e -> e.getKey() + ":" + iri.substring(e.getValue().length()))
        .orElse(iri);
  }

  /** The IRI of a class or property by its identifier, which may be the IRI itself. */
  String termIri(String id) {
    int colon = id.indexOf(':');
    if (colon < 0) {
      return termSpace + id;
    }
    String namespace = prefixes.get(id.substring(0, colon));
    return namespace == null ? id : namespace + id.substring(colon + 1);
  }
}
