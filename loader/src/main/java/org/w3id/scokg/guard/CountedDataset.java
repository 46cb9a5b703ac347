package org.w3id.scokg.guard;

import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;

/** The dataset of an answer, which is made whole in memory. */
final class CountedDataset extends DatasetGraphWrapper {

  private final Allowance allowance;

  CountedDataset(DatasetGraph dataset, Allowance allowance) {
    super(dataset);
    this.allowance = allowance;
  }

  @Override
  public void add(Quad quad) {
    allowance.check();
    if (!contains(quad)) {
      allowance.countRow();
      allowance.hold(Weight.of(quad.asTriple()));
      super.add(quad);
    }
  }
}
