package org.w3id.scokg.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class VocabularyGateTest {

  private static final Graph ONTOLOGY =
      Example.graph(
          """
          ex:Place a owl:Class . ex:Road a rdfs:Class . ex:colour a rdf:Property .
          ex:locatedIn a owl:TransitiveProperty , owl:ObjectProperty .
          ex:length a owl:DatatypeProperty .
          ex:note a owl:AnnotationProperty .
          ex:Both a owl:Class , owl:ObjectProperty , owl:DatatypeProperty .
          ex:thing a ex:Place .
          """);

  private static String problems(String trig) {
    DatasetGraph data = Example.dataset(trig);
    return Example.text(
        new VocabularyGate(ONTOLOGY, Example.NAMES, Example.origins(data))
            .check(Example.triples(data)));
  }

  @Test
  void declaredTermsPass() {
    assertThat(
            problems(
                """
                fact:F2 { id:a a ex:Place , ex:Road ; ex:locatedIn id:b ; ex:length 1 ; ex:note id:b , "b" ;
                                 ex:colour "red" ; ex:Both id:b , "b" ; rdfs:label "a" . }
                """))
        .isEmpty();
  }

  @Test
  void undeclaredPropertyIsToldForEachRowWithTheNearestName() {
    assertThat(problems("fact:F2 { id:a ex:lokatedIn id:b } fact:F3 { id:b ex:lokatedIn id:c }"))
        .isEqualTo(
            """
            facts.csv:2: error: ex:lokatedIn is not a declared property
              why: every predicate and every class of the data is declared in the ontology
              fix: did you mean ex:locatedIn? Otherwise declare it there before it is used
            facts.csv:3: error: ex:lokatedIn is not a declared property
              why: every predicate and every class of the data is declared in the ontology
              fix: did you mean ex:locatedIn? Otherwise declare it there before it is used
            """);
  }

  @Test
  void undeclaredClassIsToldInTheDefaultGraphToo() {
    assertThat(problems("id:a a ex:Plaice ."))
        .isEqualTo(
            """
            loose.csv:2: error: ex:Plaice is not a declared class
              why: every predicate and every class of the data is declared in the ontology
              fix: did you mean ex:Place? Otherwise declare it there before it is used
            """);
  }

  @Test
  void classIsNoProperty() {
    assertThat(problems("fact:F2 { id:a ex:Place id:b }"))
        .isEqualTo(
            """
            facts.csv:2: error: ex:Place is not a declared property
              why: every predicate and every class of the data is declared in the ontology
              fix: declare it there before it is used
            """);
  }

  @Test
  void individualIsNoClass() {
    assertThat(problems("fact:F2 { id:a a ex:thing }"))
        .isEqualTo(
            """
            facts.csv:2: error: ex:thing is not a declared class
              why: every predicate and every class of the data is declared in the ontology
              fix: declare it there before it is used
            """);
  }

  @Test
  void objectPropertyTakesNoLiteral() {
    assertThat(problems("fact:F2 { id:a ex:locatedIn 'the north' }"))
        .isEqualTo(
            """
            facts.csv:2: error: id:a ex:locatedIn 'the north': the value is a text, not a thing
              why: the ontology declares ex:locatedIn an owl:ObjectProperty
              fix: use another property, or give the value as an IRI
            """);
  }

  @Test
  void datatypePropertyTakesNoIri() {
    assertThat(problems("fact:F2 { id:a ex:length id:b }"))
        .isEqualTo(
            """
            facts.csv:2: error: id:a ex:length id:b: the value is a thing, not a text
              why: the ontology declares ex:length an owl:DatatypeProperty
              fix: use another property, or give the value as a literal
            """);
  }

  @Test
  void builtInTermsAreNotAllThatStandsInTheirNamespaces() {
    assertThat(problems("fact:F2 { id:a rdfs:lable 'a' }"))
        .isEqualTo(
            """
            facts.csv:2: error: rdfs:lable is not a declared property
              why: every predicate and every class of the data is declared in the ontology
              fix: did you mean rdfs:label? Otherwise declare it there before it is used
            """);
  }

  @Test
  void termOfNoKnownRowIsItsOwnPlace() {
    DatasetGraph data = Example.dataset("fact:F2 { id:a ex:size 1 ; a ex:Size }");
    VocabularyGate gate = new VocabularyGate(ONTOLOGY, Example.NAMES, (g, s, p, o) -> List.of());
    assertThat(Example.text(gate.check(Example.triples(data))))
        .isEqualTo(
            """
            ex:Size: error: ex:Size is not a declared class
              why: every predicate and every class of the data is declared in the ontology
              fix: declare it there before it is used
            ex:size: error: ex:size is not a declared property
              why: every predicate and every class of the data is declared in the ontology
              fix: declare it there before it is used
            """);
  }
}
