package org.w3id.scokg.memory;

import java.util.NoSuchElementException;
import java.util.function.IntPredicate;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.NiceIterator;
import org.jspecify.annotations.Nullable;

/** Goes over the triples of a table that fit a pattern; not over those that are added meanwhile. */
final class TripleSearch extends NiceIterator<Triple> {

  /** Stands for every term. A negative number besides this one stands for none. */
  static final int ANY = -2;

  private static final int NONE = Column.NONE;

  /** The object is what narrows a search, unless there are no more triples of the predicate. */
  private static final int FEW = 16;

  private final TripleTable table;
  private final IntPredicate shown;
  private final int subject;
  private final int predicate;
  private final int object;
  private final @Nullable Column ring;
  private final int end;
  private int next;

  TripleSearch(TripleTable table, IntPredicate shown, int subject, int predicate, int object) {
    this.table = table;
    this.shown = shown;
    this.subject = subject;
    this.predicate = predicate;
    this.object = object;
    this.ring = ring();
    this.end = end();
    this.next = match(start());
  }

  private @Nullable Column ring() {
    if (subject != ANY) {
      return table.subjects;
    }
    boolean rare = predicate >= 0 && table.predicates.hasAtMost(FEW, predicate);
    if (object != ANY && !rare) {
      return table.objects;
    }
    return predicate == ANY ? null : table.predicates;
  }

  private int end() {
    if (isNone(subject) || isNone(predicate) || isNone(object)) {
      return NONE;
    }
    if (ring == null) {
      return table.size() - 1;
    }
    return ring.last(ring == table.subjects ? subject : ring == table.objects ? object : predicate);
  }

  private static boolean isNone(int term) {
    return term < 0 && term != ANY;
  }

  private int start() {
    if (end == NONE) {
      return NONE;
    }
    return ring == null ? 0 : ring.after(end);
  }

  private int after(int triple) {
    if (triple == end) {
      return NONE;
    }
    return ring == null ? triple + 1 : ring.after(triple);
  }

  private int match(int from) {
    int triple = from;
    while (triple != NONE && !fits(triple)) {
      triple = after(triple);
    }
    return triple;
  }

  private boolean fits(int triple) {
    return (subject == ANY || subject == table.subjects.term(triple))
        && (predicate == ANY || predicate == table.predicates.term(triple))
        && (object == ANY || object == table.objects.term(triple))
        && shown.test(triple);
  }

  @Override
  public boolean hasNext() {
    return next != NONE;
  }

  @Override
  public Triple next() {
    if (next == NONE) {
      throw new NoSuchElementException();
    }
    Triple triple = table.triple(next);
    next = match(after(next));
    return triple;
  }
}
