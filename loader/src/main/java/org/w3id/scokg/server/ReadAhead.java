package org.w3id.scokg.server;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * Computes the first rows of an answer before any is sent. A query that fails within them is
 * answered with an error; once rows are on their way, all that is left is to break off.
 */
final class ReadAhead {

  /** How many rows are computed ahead: {@value}. Most answers are whole with fewer. */
  static final int ROWS = 10_000;

  private ReadAhead() {}

  /** The same rows, of which the first are computed. */
  static RowSet of(RowSet rows) {
    List<Binding> first = new ArrayList<>();
    while (first.size() < ROWS && rows.hasNext()) {
      first.add(rows.next());
    }
    return RowSetStream.create(rows.getResultVars(), Iter.concat(first.iterator(), rows));
  }
}
