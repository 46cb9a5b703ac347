package org.w3id.scokg.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class ConsistencyGateTest {

  private static String problems(String ontology, String trig) {
    return problems(ontology, trig, "");
  }

  private static String problems(String ontology, String trig, String inferred) {
    DatasetGraph data = Example.dataset(trig);
    Graph closure = Example.union(data);
    GraphUtil.addInto(closure, Example.graph(inferred));
    ConsistencyGate gate =
        new ConsistencyGate(Example.graph(ontology), Example.NAMES, Example.origins(data));
    return Example.text(gate.check(closure));
  }

  @Test
  void dataWithoutContradictionsPasses() {
    assertThat(
            problems(
                """
                ex:A owl:disjointWith ex:B . ex:f a owl:FunctionalProperty .
                ex:g a owl:InverseFunctionalProperty . ex:i a owl:IrreflexiveProperty .
                ex:s a owl:AsymmetricProperty . ex:s owl:propertyDisjointWith ex:i .
                ex:n rdfs:range xsd:decimal . ex:l rdfs:range rdf:langString , ex:A .
                """,
                """
                fact:F2 { id:a a ex:A ; ex:f id:b , _:b ; ex:g id:b ; ex:i id:b ; ex:n 1 , 1.5 ; ex:l "a"@en . }
                fact:F3 { id:b a ex:B ; ex:f 1 , 01 , "1"^^xsd:int ; ex:s id:a . }
                """))
        .isEmpty();
  }

  @Test
  void instanceOfTwoDisjointClassesIsToldOnceWithAllItsRows() {
    assertThat(
            problems(
                "ex:A owl:disjointWith ex:B .",
                "fact:F2 { id:x a ex:B } fact:F3 { id:x a ex:A } fact:F4 { id:x a ex:A }"))
        .isEqualTo(
            """
            facts.csv:2: error: id:x is both ex:A and ex:B
              why: no thing can be both (owl:disjointWith in the ontology)
              fix: correct facts.csv:3 and facts.csv:4 (ex:A), or facts.csv:2 (ex:B)
            """);
  }

  @Test
  void everyPairOfASetOfDisjointClassesIsDisjoint() {
    assertThat(
            problems(
                "[] a owl:AllDisjointClasses ; owl:members ( ex:A ex:B ex:C ) .",
                "fact:F2 { id:x a ex:B , ex:C } fact:F3 { id:y a ex:A , ex:B , ex:C }"))
        .isEqualTo(
            """
            facts.csv:2: error: id:x is both ex:B and ex:C
              why: no thing can be both (owl:AllDisjointClasses in the ontology)
              fix: correct the row
            facts.csv:3: error: id:y is both ex:A and ex:B
              why: no thing can be both (owl:AllDisjointClasses in the ontology)
              fix: correct the row
            facts.csv:3: error: id:y is both ex:A and ex:C
              why: no thing can be both (owl:AllDisjointClasses in the ontology)
              fix: correct the row
            """);
  }

  @Test
  void partsOfADisjointUnionAndComplementsAreDisjoint() {
    assertThat(
            problems(
                "ex:U owl:disjointUnionOf ( ex:A ex:B ) . ex:C owl:complementOf ex:A .",
                "fact:F2 { id:x a ex:A , ex:B } fact:F3 { id:y a ex:A , ex:C }"))
        .isEqualTo(
            """
            facts.csv:2: error: id:x is both ex:A and ex:B
              why: no thing can be both (owl:disjointUnionOf in the ontology)
              fix: correct the row
            facts.csv:3: error: id:y is both ex:C and ex:A
              why: no thing can be both (owl:complementOf in the ontology)
              fix: correct the row
            """);
  }

  @Test
  void nothingIsAnInstanceOfNothing() {
    assertThat(problems("", "fact:F2 { id:x a owl:Nothing }"))
        .isEqualTo(
            """
            facts.csv:2: error: id:x is owl:Nothing
              why: no thing can be that (owl:Nothing in the ontology)
              fix: correct the row
            """);
  }

  @Test
  void functionalPropertyHasOneValueBecauseNamesAreUnique() {
    assertThat(
            problems(
                "ex:f a owl:FunctionalProperty .",
                "fact:F2 { id:x ex:f id:b , 'b' } fact:F3 { id:x ex:f id:a }"))
        .isEqualTo(
            """
            facts.csv:2: error: id:x has more than one ex:f: id:a, id:b, 'b'
              why: a thing has one ex:f at most (owl:FunctionalProperty in the ontology)
              fix: correct facts.csv:3 (id:x ex:f id:a), or facts.csv:2 (id:x ex:f id:b), or facts.csv:2 (id:x ex:f 'b')
            """);
  }

  @Test
  void inverseFunctionalPropertyHasOneSubject() {
    assertThat(
            problems(
                "ex:g a owl:InverseFunctionalProperty .",
                "fact:F2 { id:x ex:g id:c } fact:F3 { id:y ex:g id:c }"))
        .isEqualTo(
            """
            facts.csv:2: error: id:c is the ex:g of more than one: id:x, id:y
              why: a thing is the ex:g of one at most (owl:InverseFunctionalProperty in the ontology)
              fix: correct facts.csv:2 (id:x ex:g id:c), or facts.csv:3 (id:y ex:g id:c)
            """);
  }

  @Test
  void irreflexivePropertyLinksNothingToItself() {
    assertThat(problems("ex:i a owl:IrreflexiveProperty .", "fact:F2 { id:x ex:i id:x }"))
        .isEqualTo(
            """
            facts.csv:2: error: id:x ex:i itself
              why: ex:i links nothing to itself (owl:IrreflexiveProperty in the ontology)
              fix: correct the row
            """);
  }

  @Test
  void asymmetricPropertyDoesNotGoBothWays() {
    assertThat(
            problems(
                "ex:s a owl:AsymmetricProperty .",
                "fact:F2 { id:x ex:s id:y } fact:F3 { id:y ex:s id:x . id:z ex:s id:z }"))
        .isEqualTo(
            """
            facts.csv:2: error: id:x ex:s id:y, and the other way round
              why: ex:s goes one way only (owl:AsymmetricProperty in the ontology)
              fix: correct facts.csv:2 (id:x ex:s id:y), or facts.csv:3 (id:y ex:s id:x)
            facts.csv:3: error: id:z ex:s id:z, and the other way round
              why: ex:s goes one way only (owl:AsymmetricProperty in the ontology)
              fix: correct the row
            """);
  }

  @Test
  void disjointPropertiesDoNotLinkTheSamePair() {
    assertThat(
            problems(
                """
                ex:p owl:propertyDisjointWith ex:q .
                [] a owl:AllDisjointProperties ; owl:members ( ex:q ex:r ex:s ) .
                """,
                "fact:F2 { id:x ex:p id:y ; ex:q id:y } fact:F3 { id:x ex:s id:y }"))
        .isEqualTo(
            """
            facts.csv:2: error: id:x is linked to id:y by both ex:p and ex:q
              why: no two things are linked by both (owl:propertyDisjointWith in the ontology)
              fix: correct the row
            facts.csv:2: error: id:x is linked to id:y by both ex:q and ex:s
              why: no two things are linked by both (owl:AllDisjointProperties in the ontology)
              fix: correct facts.csv:2 (id:x ex:q id:y), or facts.csv:3 (id:x ex:s id:y)
            """);
  }

  @Test
  void literalMustBeAValueOfItsDatatype() {
    assertThat(problems("", "fact:F2 { id:x ex:p '2018-13'^^xsd:date , '2018'^^xsd:gYear }"))
        .isEqualTo(
            """
            facts.csv:2: error: id:x ex:p '2018-13'^^xsd:date is no xsd:date
              why: a literal is a value of the datatype it names
              fix: correct the value, or give it another datatype
            """);
  }

  @Test
  void literalMustBeInTheRange() {
    assertThat(
            problems(
                "ex:p rdfs:range xsd:decimal . ex:l rdfs:range rdf:langString .",
                "fact:F2 { id:x ex:p '1' , 2 ; ex:l 'x' , 'y'@en }"))
        .isEqualTo(
            """
            facts.csv:2: error: id:x ex:l 'x' is no rdf:langString
              why: the range of ex:l is rdf:langString (rdfs:range in the ontology)
              fix: correct the value, or give it another datatype
            facts.csv:2: error: id:x ex:p '1' is no xsd:decimal
              why: the range of ex:p is xsd:decimal (rdfs:range in the ontology)
              fix: correct the value, or give it another datatype
            """);
  }

  @Test
  void inferredTripleIsTracedToTheRowsOfItsPremises() {
    DatasetGraph data = Example.dataset("fact:F2 { id:x ex:p id:y } fact:F3 { id:x a ex:B }");
    Graph premises = Example.graph("id:x ex:p id:y .");
    Origins origins = Example.origins(data).throughPremises(t -> premises.find().toList());
    Graph closure = Example.union(data);
    GraphUtil.addInto(closure, Example.graph("id:x a ex:A ."));
    ConsistencyGate gate =
        new ConsistencyGate(Example.graph("ex:A owl:disjointWith ex:B ."), Example.NAMES, origins);
    assertThat(Example.text(gate.check(closure)))
        .isEqualTo(
            """
            facts.csv:2: error: id:x is both ex:A and ex:B
              why: no thing can be both (owl:disjointWith in the ontology)
              fix: correct facts.csv:2 (ex:A), or facts.csv:3 (ex:B)
            """);
  }

  @Test
  void tripleOfNoKnownRowIsToldAtItsSubject() {
    assertThat(
            problems(
                "ex:i a owl:IrreflexiveProperty .", "fact:F5 { id:x a ex:A }", "id:x ex:i id:x ."))
        .isEqualTo(
            """
            facts.csv:5: error: id:x ex:i itself
              why: ex:i links nothing to itself (owl:IrreflexiveProperty in the ontology)
              fix: correct the row
            """);
  }
}
