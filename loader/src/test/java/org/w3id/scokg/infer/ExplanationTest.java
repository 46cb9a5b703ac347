package org.w3id.scokg.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static final String ONTOLOGY =
      """
      :Full owl:equivalentClass [ a owl:Restriction ; owl:onProperty :self ; owl:hasSelf true ] .
      :ever owl:propertyChainAxiom ( :hasStatus :self :statusIn ) ; rdfs:domain :State .
      :statusOf owl:inverseOf :hasStatus .
      """;

  private static final String DATA = ":m a :Full ; :statusOf :a ; :statusIn :club . :x :other :y .";

  private static List<Triple> premises(String conclusion) {
    Triple triple = Turtle.triples(conclusion).iterator().next();
    return Materialization.of(Turtle.graph(ONTOLOGY)).explain(Turtle.graph(DATA)).premises(triple);
  }

  @Test
  void inferredTripleIsTracedToAllAssertedPremises() {
    assertThat(Set.copyOf(premises(":a a :State .")))
        .isEqualTo(Turtle.triples(":m a :Full ; :statusOf :a ; :statusIn :club ."));
  }

  @Test
  void assertedTripleIsItsOwnPremise() {
    assertThat(Set.copyOf(premises(":x :other :y ."))).isEqualTo(Turtle.triples(":x :other :y ."));
  }

  @Test
  void tripleThatDoesNotFollowHasNoPremises() {
    assertThat(premises(":x a :State .")).isEmpty();
  }
}
