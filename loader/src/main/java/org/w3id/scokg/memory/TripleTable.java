package org.w3id.scokg.memory;

import java.util.Arrays;
import org.apache.jena.graph.Triple;

/** Triples, each once and numbered from 0, with the roles in which it was added. */
final class TripleTable {

  private final Terms terms;
  final Column subjects = new Column();
  final Column predicates = new Column();
  final Column objects = new Column();
  private byte[] roles = new byte[1 << 10];
  private final HashIndex index = new HashIndex();
  private int size;

  TripleTable(Terms terms) {
    this.terms = terms;
  }

  /** The number of a triple, which it gets if it has none. */
  int number(int subject, int predicate, int object) {
    int slot = slot(subject, predicate, object);
    int known = index.at(slot);
    if (known != HashIndex.NONE) {
      return known;
    }
    if (size == roles.length) {
      roles = Arrays.copyOf(roles, Growth.longer(size));
    }
    subjects.add(size, subject);
    predicates.add(size, predicate);
    objects.add(size, object);
    index.put(slot, size, this::hash);
    return size++;
  }

  /** The number of a triple; negative if it is not there. */
  int find(int subject, int predicate, int object) {
    return index.at(slot(subject, predicate, object));
  }

  private int slot(int subject, int predicate, int object) {
    int slot = index.slot(hash(subject, predicate, object));
    for (int n = index.at(slot); n != HashIndex.NONE; n = index.at(slot)) {
      if (is(n, subject, predicate, object)) {
        break;
      }
      slot = index.next(slot);
    }
    return slot;
  }

  private boolean is(int triple, int subject, int predicate, int object) {
    return subjects.term(triple) == subject
        && objects.term(triple) == object
        && predicates.term(triple) == predicate;
  }

  private int hash(int triple) {
    return hash(subjects.term(triple), predicates.term(triple), objects.term(triple));
  }

  private static int hash(int subject, int predicate, int object) {
    return HashIndex.hash(
        (subject * 0xC2B2AE3D27D4EB4FL + predicate) * 0x165667B19E3779F9L + object);
  }

  void addRole(int triple, Role role) {
    roles[triple] |= role.bit();
  }

  boolean hasRole(int triple, byte bits) {
    return (roles[triple] & bits) != 0;
  }

  Triple triple(int number) {
    return Triple.create(
        terms.term(subjects.term(number)),
        terms.term(predicates.term(number)),
        terms.term(objects.term(number)));
  }

  int size() {
    return size;
  }

  Terms terms() {
    return terms;
  }
}
