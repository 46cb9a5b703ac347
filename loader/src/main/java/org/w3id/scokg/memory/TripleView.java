package org.w3id.scokg.memory;

import java.util.function.IntPredicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.jspecify.annotations.Nullable;

/** Some of the triples of a table as a graph, which cannot be changed. */
final class TripleView extends GraphBase {

  private final TripleTable table;
  private final IntPredicate shown;

  /**
   * Shows some triples.
   *
   * @param shown whether the triple of a number is among them
   */
  TripleView(TripleTable table, IntPredicate shown) {
    this.table = table;
    this.shown = shown;
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    return graphBaseFind(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(
      @Nullable Node subject, @Nullable Node predicate, @Nullable Node object) {
    return new TripleSearch(table, shown, number(subject), number(predicate), number(object));
  }

  @Override
  protected boolean graphBaseContains(Triple pattern) {
    int subject = number(pattern.getSubject());
    int predicate = number(pattern.getPredicate());
    int object = number(pattern.getObject());
    if (subject >= 0 && predicate >= 0 && object >= 0) {
      int triple = table.find(subject, predicate, object);
      return triple >= 0 && shown.test(triple);
    }
    return new TripleSearch(table, shown, subject, predicate, object).hasNext();
  }

  /** Jena takes nothing for anything. */
  private int number(@Nullable Node term) {
    return term != null && term.isConcrete() ? table.terms().find(term) : TripleSearch.ANY;
  }

  @Override
  protected int graphBaseSize() {
    int size = 0;
    for (int triple = 0; triple < table.size(); triple++) {
      if (shown.test(triple)) {
        size++;
      }
    }
    return size;
  }
}
