package org.w3id.scokg.memory;

import java.util.Arrays;

/**
 * One of the three terms of each triple, and for each term the triples that have it, the oldest
 * first.
 */
final class Column {

  static final int NONE = -1;

  private int[] terms = new int[1 << 10];
  // The triples of a term form a ring: the last one leads to the first.
  private int[] next = new int[terms.length];
  private int[] last = new int[0];

  /** Adds a triple, whose number is the next. */
  void add(int triple, int term) {
    if (triple == terms.length) {
      terms = Arrays.copyOf(terms, Growth.longer(triple));
      next = Arrays.copyOf(next, terms.length);
    }
    if (term >= last.length) {
      int old = last.length;
      last = Arrays.copyOf(last, Math.max(1 << 10, Growth.longer(term)));
      Arrays.fill(last, old, last.length, NONE);
    }
    terms[triple] = term;
    int before = last[term];
    if (before == NONE) {
      next[triple] = triple;
    } else {
      next[triple] = next[before];
      next[before] = triple;
    }
    last[term] = triple;
  }

  int term(int triple) {
    return terms[triple];
  }

  /** The last triple of a term, or {@link #NONE}. */
  int last(int term) {
    return term < last.length ? last[term] : NONE;
  }

  /** The triple of the same term that was added after this one; after the last, the first. */
  int after(int triple) {
    return next[triple];
  }

  /** Whether a term has no more triples than this. */
  boolean hasAtMost(int limit, int term) {
    int end = last(term);
    int at = end;
    for (int i = 0; i < limit; i++) {
      if (at == NONE) {
        return true;
      }
      at = after(at);
      if (at == end) {
        return true;
      }
    }
    return false;
  }
}
