package org.w3id.scokg.store;

import java.util.List;

/**
 * An order of tuples, in which an index has them, and how to get there.
 *
 * @param name the columns, the most significant first
 * @param from the order that it is made of; empty for any
 * @param by the columns to sort by, one after another
 */
record Order(String name, String from, String by) {

  /** The columns of quads, as they are collected. */
  static final String QUADS = "GSPO";

  /** The columns of triples, as they are collected. */
  static final String TRIPLES = "SPO";

  private static final List<Order> OF_QUADS =
      List.of(
          new Order("SPOG", "", "GOPS"),
          new Order("GSPO", "SPOG", "G"),
          new Order("OSPG", "SPOG", "O"),
          new Order("GOSP", "OSPG", "G"),
          new Order("POSG", "OSPG", "P"),
          new Order("GPOS", "POSG", "G"));

  private static final List<Order> OF_TRIPLES =
      List.of(
          new Order("SPO", "", "OPS"), new Order("OSP", "SPO", "O"), new Order("POS", "OSP", "P"));

  /** All orders that TDB2 has an index in, each after the one it is made of. */
  static List<Order> of(String columns) {
    return columns.equals(QUADS) ? OF_QUADS : OF_TRIPLES;
  }

  /** Where the columns of the order are in a tuple as it was collected. */
  int[] columns(String collected) {
    return name.chars().map(collected::indexOf).toArray();
  }
}
