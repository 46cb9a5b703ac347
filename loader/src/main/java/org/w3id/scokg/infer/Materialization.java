package org.w3id.scokg.infer;

import org.apache.jena.graph.Graph;

/**
 * Computes what follows from asserted triples under an ontology, by forward chaining.
 *
 * <p>The rules are those of <a href="https://www.w3.org/TR/owl2-profiles/#OWL_2_RL">OWL 2 RL</a>
 * for sub- and equivalent classes and properties, domain, range, inverse, symmetric and transitive
 * properties, property chains, intersections, unions, and value, existential and universal
 * restrictions; beyond OWL RL, self restrictions are applied in both directions, since a chain over
 * a "rolified" class needs them. Annotation properties take part in {@code rdfs:subPropertyOf}. Not
 * applied: {@code owl:sameAs}, keys, enumerations, cardinalities and everything that creates new
 * individuals or literals. Contradictions are not looked for here.
 *
 * <p>A materialization is immutable and can be applied from several threads.
 */
public final class Materialization {

  private final Rules rules;

  private Materialization(Rules rules) {
    this.rules = rules;
  }

  /** Compiles the axioms of an ontology; triples that are no axioms are ignored. */
  public static Materialization of(Graph ontology) {
    return new Materialization(RuleCompiler.compile(ontology));
  }

  /**
   * The triples that follow from {@code asserted} and are not among them. Left out as trivial:
   * instances of owl:Thing and rdfs:Resource, and instances of unnamed classes. The conclusions
   * about classes and properties themselves are not drawn.
   *
   * @param asserted is asked whether it holds a triple, millions of times: a graph in memory
   */
  public Graph apply(Graph asserted) {
    return Run.inferred(rules, asserted);
  }

  /** Explains what {@link #apply} infers from the same triples; computed when first asked. */
  public Explanation explain(Graph asserted) {
    return new Explanation(asserted, () -> Run.premises(rules, asserted));
  }
}
