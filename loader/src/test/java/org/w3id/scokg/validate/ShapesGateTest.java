package org.w3id.scokg.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.w3id.scokg.diagnostic.InputException;

class ShapesGateTest {

  private static Findings findings(String shapes, String trig) {
    DatasetGraph data = Example.dataset(trig);
    return new ShapesGate(
            Example.graph(shapes), "ontology/shapes.ttl", Example.NAMES, Example.origins(data))
        .check(
            new Union(Example.union(data), Example.graph("ex:Summit rdfs:subClassOf ex:Event .")));
  }

  private static final String SHAPES =
      """
      ex:EventShape a sh:NodeShape ; sh:targetClass ex:Event ;
        sh:property [ sh:path ex:date ; sh:datatype xsd:date ; sh:maxCount 1 ;
          sh:message "The date of an event is a day, as in 2018-06-09. Write year, month and day."@en ,
                     "Ein Tag."@de ] ;
        sh:property [ sh:path ex:place ; sh:minCount 1 ; sh:message "An event has a place: fill the column place." ] ;
        sh:property [ sh:path ex:host ; sh:class ex:Agent ; sh:severity sh:Warning ;
          sh:message "A host is an agent! Give it a type." ] ;
        sh:property [ sh:path [ sh:inversePath ex:attends ] ; sh:nodeKind sh:IRI ;
          sh:message "Only persons with a name attend." ] .
      """;

  @Test
  void dataThatFitsTheShapesPasses() {
    assertThat(
            findings(
                SHAPES,
                "fact:F2 { id:e a ex:Event ; ex:date '2018-06-09'^^xsd:date ; ex:place id:p }"))
        .isEqualTo(new Findings(List.of(), List.of()));
  }

  @Test
  void wrongValueIsToldAtEachOfItsRows() {
    assertThat(
            Example.text(
                findings(
                        SHAPES,
                        """
                        fact:F2 { id:e a ex:Summit ; ex:place id:p }
                        fact:F3 { id:e ex:date '2018'^^xsd:gYear }
                        fact:F4 { id:e ex:date '2018'^^xsd:gYear }
                        """)
                    .errors()))
        .isEqualTo(
            """
            facts.csv:3: error: id:e ex:date '2018'^^xsd:gYear: The date of an event is a day, as in 2018-06-09
              why: ontology/shapes.ttl ex:EventShape (sh:datatype on ex:date)
              fix: Write year, month and day
            facts.csv:4: error: id:e ex:date '2018'^^xsd:gYear: The date of an event is a day, as in 2018-06-09
              why: ontology/shapes.ttl ex:EventShape (sh:datatype on ex:date)
              fix: Write year, month and day
            """);
  }

  @Test
  void missingValueIsToldWhereTheThingGetsItsType() {
    assertThat(
            Example.text(
                findings(SHAPES, "fact:F2 { id:e ex:p id:p } fact:F3 { id:e a ex:Event }")
                    .errors()))
        .isEqualTo(
            """
            facts.csv:3: error: id:e ex:place: An event has a place
              why: ontology/shapes.ttl ex:EventShape (sh:minCount on ex:place)
              fix: fill the column place
            """);
  }

  @Test
  void tooManyValuesAreToldAtAllTheirRows() {
    assertThat(
            Example.text(
                findings(
                        SHAPES,
                        """
                        fact:F2 { id:e a ex:Event ; ex:place id:p }
                        fact:F3 { id:e ex:date '2018-06-09'^^xsd:date }
                        fact:F4 { id:e ex:date '2018-06-10'^^xsd:date }
                        """)
                    .errors()))
        .isEqualTo(
            """
            facts.csv:3: error: id:e ex:date: The date of an event is a day, as in 2018-06-09
              why: ontology/shapes.ttl ex:EventShape (sh:maxCount on ex:date)
              fix: Write year, month and day
            facts.csv:4: error: id:e ex:date: The date of an event is a day, as in 2018-06-09
              why: ontology/shapes.ttl ex:EventShape (sh:maxCount on ex:date)
              fix: Write year, month and day
            """);
  }

  @Test
  void warningIsNoError() {
    Findings findings =
        findings(SHAPES, "fact:F2 { id:e a ex:Event ; ex:place id:p ; ex:host id:h }");
    assertThat(findings.errors()).isEmpty();
    assertThat(Example.text(findings.warnings()))
        .isEqualTo(
            """
            facts.csv:2: error: id:e ex:host id:h: A host is an agent
              why: ontology/shapes.ttl ex:EventShape (sh:class on ex:host)
              fix: Give it a type
            """);
  }

  @Test
  void valueOfAnInversePathIsToldAtItsOwnRow() {
    assertThat(
            Example.text(
                findings(
                        SHAPES,
                        "fact:F2 { id:e a ex:Event ; ex:place id:p } fact:F3 { _:x ex:attends id:e }")
                    .errors()))
        .isEqualTo(
            """
            facts.csv:3: error: id:e ^ex:attends a node without a name: Only persons with a name attend
              why: ontology/shapes.ttl ex:EventShape (sh:nodeKind on ^ex:attends)
              fix: correct the row, or the shape where it asks too much
            """);
  }

  @Test
  void longPathsAndQueriesAreNamed() {
    String shapes =
        """
        ex:Shape a sh:NodeShape ; sh:targetClass ex:Event ;
          sh:property [ sh:path ( ex:place ex:country ) ; sh:minCount 1 ] ;
          sh:sparql [ sh:message "{$this} ends before it starts." ;
            sh:select "SELECT $this WHERE { $this <https://example.org/ontology#start> ?s ; <https://example.org/ontology#end> ?e FILTER (?e < ?s) }" ] .
        """;
    assertThat(
            Example.text(
                findings(shapes, "fact:F2 { id:e a ex:Event ; ex:start 2 ; ex:end 1 }").errors()))
        .isEqualTo(
            """
            facts.csv:2: error: id:e ex:place/ex:country: minCount[1]: Invalid cardinality: expected min 1: Got count = 0
              why: ontology/shapes.ttl ex:Shape (sh:minCount on ex:place/ex:country)
              fix: correct the row, or the shape where it asks too much
            facts.csv:2: error: id:e: id:e ends before it starts
              why: ontology/shapes.ttl ex:Shape (sh:sparql)
              fix: correct the row, or the shape where it asks too much
            """);
  }

  @Test
  void shapeWithoutAPrefixIsNamedByItsFragment() {
    String shapes =
        """
        <https://elsewhere.org/shapes#Event> a sh:NodeShape ; sh:targetClass ex:Event ;
          sh:property [ sh:path ex:place ; sh:minCount 1 ; sh:message "No place: name it." ] .
        """;
    assertThat(Example.text(findings(shapes, "fact:F2 { id:e a ex:Event }").errors()))
        .isEqualTo(
            """
            facts.csv:2: error: id:e ex:place: No place
              why: ontology/shapes.ttl <#Event> (sh:minCount on ex:place)
              fix: name it
            """);
  }

  @Test
  void malformedShapesAreAnInputError() {
    assertThatThrownBy(
            () -> findings("ex:S a sh:NodeShape ; sh:targetClass ex:A ; sh:property 'x' .", ""))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            ontology/shapes.ttl: error: the shapes cannot be read: Missing property shape: node=ex:S sh:property "x"
              why: shapes are written as https://www.w3.org/TR/shacl/ says
              fix: correct the shape""");
  }
}
