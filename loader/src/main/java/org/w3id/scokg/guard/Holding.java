package org.w3id.scokg.guard;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/**
 * What one step of a query holds: rows that it sorts, hashes or compares with. It is given back
 * when the rows that the step makes are closed, since a step may run anew for each row of another.
 */
final class Holding {

  private final Allowance allowance;
  private long bytes;

  Holding(Allowance allowance) {
    this.allowance = allowance;
  }

  void add(long more) {
    bytes += more;
    allowance.hold(more);
  }

  /** The same rows, each of which is held from when it is taken. */
  QueryIterator of(QueryIterator rows) {
    return of(rows, Long.MAX_VALUE);
  }

  /** The same rows, of which so many are held at once. */
  QueryIterator of(QueryIterator rows, long most) {
    return new QueryIteratorWrapper(rows) {
      private long taken;

      @Override
      protected Binding moveToNextBinding() {
        Binding row = super.moveToNextBinding();
        if (taken++ < most) {
          add(Weight.of(row));
        }
        return row;
      }
    };
  }

  /** The rows that a step makes: when they are closed, nothing is held any more. */
  QueryIterator until(QueryIterator rows) {
    return new QueryIteratorWrapper(rows) {
      @Override
      protected void closeIterator() {
        super.closeIterator();
        allowance.release(bytes);
        bytes = 0;
      }
    };
  }
}
