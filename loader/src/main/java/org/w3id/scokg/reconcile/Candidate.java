package org.w3id.scokg.reconcile;

import java.util.List;

/**
 * An entity that may be what is looked for (§4.3 of the specification).
 *
 * @param entity the entity
 * @param language the language of the name that fits; empty if no name does
 * @param score from 0 to 100
 * @param features what the score is made of
 * @param isMatch whether it is the one, beyond doubt
 */
record Candidate(
    Entity entity, String language, double score, List<Feature> features, boolean isMatch) {

  Candidate {
    features = List.copyOf(features);
  }

  /** A part of a score: from 0 to 100. */
  record Feature(String id, double value) {}

  Candidate matching() {
    return new Candidate(entity, language, score, features, true);
  }
}
