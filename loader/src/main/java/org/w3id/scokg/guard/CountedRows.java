package org.w3id.scokg.guard;

import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/** The rows of an answer, as many as are allowed. */
final class CountedRows extends RowSetStream {

  private final Allowance allowance;

  CountedRows(RowSet rows, Allowance allowance) {
    super(List.<Var>copyOf(rows.getResultVars()), rows);
    this.allowance = allowance;
  }

  @Override
  public Binding next() {
    allowance.check();
    allowance.countRow();
    return super.next();
  }
}
