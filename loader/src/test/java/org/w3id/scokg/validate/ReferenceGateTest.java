package org.w3id.scokg.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class ReferenceGateTest {

  private static String problems(String trig) {
    DatasetGraph data = Example.dataset(trig);
    return Example.text(
        new ReferenceGate(Example.BASE, Example.NAMES, Example.origins(data))
            .check(Example.triples(data)));
  }

  @Test
  void entitiesWithATypeInAnyGraphPass() {
    assertThat(
            problems(
                """
                fact:F2 { id:a ex:p id:b , "id:c" , <https://elsewhere.org/id/d> }
                fact:F3 { id:a a ex:A . id:b a ex:B }
                """))
        .isEmpty();
  }

  @Test
  void unknownObjectIsToldForEachRowWithTheNearestIdentifier() {
    assertThat(
            problems(
                """
                fact:F2 { id:state-kz a ex:State . id:state-kg a ex:State }
                fact:F3 { id:state-kg ex:p id:state-kzz }
                fact:F4 { id:state-kg ex:q id:state-kzz }
                """))
        .isEqualTo(
            """
            facts.csv:3: error: id:state-kzz is not the identifier of anything
              why: every entity has an rdf:type, and no row gives it one
              fix: did you mean id:state-kz? Otherwise add a row that says what it is
            facts.csv:4: error: id:state-kzz is not the identifier of anything
              why: every entity has an rdf:type, and no row gives it one
              fix: did you mean id:state-kz? Otherwise add a row that says what it is
            """);
  }

  @Test
  void unknownSubjectIsTold() {
    assertThat(problems("fact:F2 { id:xyz rdfs:label 'x' }"))
        .isEqualTo(
            """
            facts.csv:2: error: id:xyz is not the identifier of anything
              why: every entity has an rdf:type, and no row gives it one
              fix: add a row that says what it is
            """);
  }

  @Test
  void classIsNoEntityUnlessItStandsThere() {
    assertThat(problems("fact:F2 { id:a a id:b }"))
        .isEqualTo(
            """
            facts.csv:2: error: id:b is not the identifier of anything
              why: every entity has an rdf:type, and no row gives it one
              fix: did you mean id:a? Otherwise add a row that says what it is
            """);
  }

  @Test
  void entityOfNoKnownRowIsItsOwnPlace() {
    DatasetGraph data = Example.dataset("fact:F2 { id:a ex:p 1 }");
    ReferenceGate gate = new ReferenceGate(Example.BASE, Example.NAMES, (g, s, p, o) -> List.of());
    assertThat(Example.text(gate.check(Example.triples(data))))
        .isEqualTo(
            """
            id:a: error: id:a is not the identifier of anything
              why: every entity has an rdf:type, and no row gives it one
              fix: add a row that says what it is
            """);
  }
}
