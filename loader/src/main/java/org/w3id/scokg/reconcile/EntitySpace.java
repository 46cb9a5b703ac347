package org.w3id.scokg.reconcile;

/**
 * What the IRIs of entities have in common.
 *
 * @param start what they start with; the rest is an identifier
 */
record EntitySpace(String start) {

  boolean has(String iri) {
    return iri.startsWith(start) && iri.length() > start.length();
  }
}
