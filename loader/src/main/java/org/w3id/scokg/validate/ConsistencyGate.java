package org.w3id.scokg.validate;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.w3id.scokg.diagnostic.Diagnostic;

/**
 * Refuses data that contradicts the ontology: instances of disjoint classes, a second value of a
 * functional property, circles of asymmetric and loops of irreflexive properties, pairs linked by
 * disjoint properties, and literals that are no value of their datatype or of the property's range.
 *
 * <p>Names are taken to be unique: two IRIs are two things, so that a functional property with two
 * of them is a contradiction here, where OWL itself would conclude that both are one thing. Nodes
 * without a name are never counted as a second thing.
 */
public final class ConsistencyGate {

  private final List<Contradiction> contradictions;
  private final Names names;
  private final Origins origins;

  /**
   * Reads the axioms that data can contradict.
   *
   * @param ontology the axioms
   * @param names how messages write terms
   * @param origins where statements come from; inferred ones, too, see {@link
   *     Origins#throughPremises}
   */
  public ConsistencyGate(Graph ontology, Names names, Origins origins) {
    this.contradictions = ContradictionReader.read(ontology);
    this.names = names;
    this.origins = origins;
  }

  /** Checks asserted and inferred triples together: what follows shows many a clash first. */
  public List<Diagnostic> check(Graph closure) {
    Report report = new Report(names, origins);
    contradictions.forEach(contradiction -> contradiction.find(closure, report));
    return report.list();
  }
}
