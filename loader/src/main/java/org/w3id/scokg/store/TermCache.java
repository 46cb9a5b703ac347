package org.w3id.scokg.store;

import java.util.Objects;
import org.apache.jena.graph.Node;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.jspecify.annotations.Nullable;

/** The numbers of terms that were met lately more than once. What is not in it is no surprise. */
final class TermCache {

  private static final int SIZE = 1 << 16;

  private final @Nullable Object[] terms = new Object[SIZE];
  private final int[] numbers = new int[SIZE];

  /** Where a term would be. */
  static int slot(Object term) {
    int hash = term.hashCode() * 0x9E3779B9;
    return (hash >>> 16) & (SIZE - 1);
  }

  boolean has(int slot, Object term) {
    Object known = terms[slot];
    return known == term || (known != null && isSame(known, term));
  }

  int number(int slot) {
    return numbers[slot];
  }

  void put(int slot, Object term, int number) {
    terms[slot] = term;
    numbers[slot] = number;
  }

  /** To the letter: what the libraries hold to be equal may differ in the case of its language. */
  private static boolean isSame(Object a, Object b) {
    if (a instanceof IRI x && b instanceof IRI y) {
      return x.stringValue().equals(y.stringValue());
    }
    if (a instanceof Literal x && b instanceof Literal y) {
      return x.getLabel().equals(y.getLabel())
          && x.getDatatype().equals(y.getDatatype())
          && x.getLanguage().equals(y.getLanguage());
    }
    if (a instanceof BNode x && b instanceof BNode y) {
      return x.getID().equals(y.getID());
    }
    return a instanceof Node x && b instanceof Node y && isSame(x, y);
  }

  private static boolean isSame(Node a, Node b) {
    return a.equals(b)
        && (!a.isLiteral()
            || (a.getLiteralLanguage().equals(b.getLiteralLanguage())
                && Objects.equals(a.getLiteralBaseDirection(), b.getLiteralBaseDirection())));
  }
}
