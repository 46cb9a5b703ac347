package org.w3id.scokg.reconcile;

import java.util.List;

/**
 * A query of a batch (§4.2 of the specification).
 *
 * @param text the name that is looked for; empty without one
 * @param types the IRIs of classes that candidates should have
 * @param typeMatching what is asked of these classes
 * @param limit how many candidates are wanted at most
 * @param properties what is known of the thing besides
 */
record ReconciliationQuery(
    String text,
    List<String> types,
    TypeMatching typeMatching,
    int limit,
    List<PropertyMapping> properties) {

  ReconciliationQuery {
    types = List.copyOf(types);
    properties = List.copyOf(properties);
  }

  /** What is asked of a candidate's classes ({@code type_strict}). */
  enum TypeMatching {
    /** It has to have one of them. */
    ANY,
    /** It is worth more if it has one of them. */
    SHOULD,
    /** It has to have all of them. */
    ALL
  }

  /**
   * A property that is known.
   *
   * @param property its IRI
   * @param values what it may be
   */
  record PropertyMapping(String property, List<Value> values) {
    PropertyMapping {
      values = List.copyOf(values);
    }
  }

  /**
   * A value of a property.
   *
   * @param text as it was given: a text, a number, {@code true} or {@code false}
   * @param entity the identifier of an entity; empty if the value is none
   */
  record Value(String text, String entity) {}
}
