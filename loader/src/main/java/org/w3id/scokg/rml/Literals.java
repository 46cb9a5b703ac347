package org.w3id.scokg.rml;

/**
 * Makes the literals of one language or one datatype, which is settled once and not for each.
 *
 * @param <T> the form of a term
 */
@FunctionalInterface
interface Literals<T> {

  /** A literal with a label. */
  T of(String label);
}
