package org.w3id.scokg.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaterializationTest {

  private static Set<Triple> inferred(String ontology, String data) {
    Materialization materialization = Materialization.of(Turtle.graph(ontology));
    return Turtle.triples(materialization.apply(Turtle.graph(data)));
  }

  private static void assertInferred(String ontology, String data, String expected) {
    assertThat(inferred(ontology, data)).isEqualTo(Turtle.triples(expected));
  }

  @Nested
  class Classes {

    @Test
    void instanceIsOfAllSuperclasses() {
      assertInferred(
          ":City rdfs:subClassOf :Place . :Place rdfs:subClassOf :Thing .",
          ":a a :City .",
          ":a a :Place , :Thing .");
    }

    @Test
    void circleOfSubclassesMakesThemEquivalent() {
      assertInferred(
          ":A rdfs:subClassOf :B . :B rdfs:subClassOf :A .",
          ":a a :A . :b a :B .",
          ":a a :B . :b a :A .");
    }

    @Test
    void equivalentClassesHaveTheSameInstances() {
      assertInferred(":A owl:equivalentClass :B .", ":a a :A . :b a :B .", ":a a :B . :b a :A .");
    }

    @Test
    void equivalentsShareTheirSuperclasses() {
      assertInferred(
          """
          :A owl:equivalentClass :B , [ a owl:Restriction ; owl:onProperty :p ; owl:hasSelf true ] ;
              rdfs:subClassOf :C .
          :B rdfs:subClassOf :D . :C rdfs:subClassOf :E . :D owl:equivalentClass :E .
          """,
          ":a a :A . :b a :B . :p :p :p .",
          ":a a :B , :C , :D , :E ; :p :a . :b a :A , :C , :D , :E ; :p :b . :p a :A , :B , :C , :D , :E .");
    }

    @Test
    void classIsReachedOverEveryWayUp() {
      assertInferred(
          """
          :A rdfs:subClassOf :B , :C , :D , :E . :B rdfs:subClassOf :D . :C rdfs:subClassOf :D .
          :D rdfs:subClassOf :E .
          """,
          ":a a :A . :b a :B . :d a :D .",
          ":a a :B , :C , :D , :E . :b a :D , :E . :d a :E .");
    }

    @Test
    void whatIsAssertedIsNotInferred() {
      assertInferred(":A rdfs:subClassOf :B .", ":a a :A , :B .", "");
    }

    @Test
    void whatIsTrueOfEverythingIsLeftOut() {
      assertInferred(
          ":A rdfs:subClassOf owl:Thing , rdfs:Resource . :p rdfs:domain owl:Thing .",
          ":a a :A ; :p :b .",
          "");
    }

    @Test
    void instancesOfUnnamedClassesAreLeftOut() {
      assertInferred(
          ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:maxCardinality 1 ] .",
          ":a a :A .",
          "");
    }

    @Test
    void partOfAUnionIsBelowTheUnion() {
      assertInferred(
          ":Agent owl:equivalentClass [ owl:unionOf ( :Person :Group ) ] .",
          ":a a :Group .",
          ":a a :Agent .");
    }

    @Test
    void partOfADisjointUnionIsBelowTheUnion() {
      assertInferred(
          ":Agent owl:disjointUnionOf ( :Person :Group ) .", ":a a :Group .", ":a a :Agent .");
    }

    @Test
    void unionIsBelowWhatAllItsPartsAreBelow() {
      assertInferred(
          """
          :p rdfs:domain [ owl:unionOf ( :Road :Pipeline ) ] .
          :Road rdfs:subClassOf :Project , :Way . :Pipeline rdfs:subClassOf :Project .
          """,
          ":a :p :b .",
          ":a a :Project .");
    }

    @Test
    void intersectionIsBelowItsParts() {
      assertInferred(
          ":C owl:equivalentClass [ owl:intersectionOf ( :A :B ) ] .",
          ":c a :C .",
          ":c a :A , :B .");
    }

    @Test
    void instanceOfAllPartsIsInTheIntersection() {
      assertInferred(
          ":C owl:equivalentClass [ owl:intersectionOf ( :A :B ) ] .",
          ":a a :A . :c a :A , :B .",
          ":c a :C .");
    }

    @Test
    void partsOfAnIntersectionMayBeUnnamed() {
      assertInferred(
          """
          :Member owl:equivalentClass [ owl:intersectionOf (
              :State [ a owl:Restriction ; owl:onProperty :in ; owl:someValuesFrom :Club ] ) ] .
          """,
          ":a a :State ; :in :x . :x a :Club . :b a :State ; :in :y . :c :in :x .",
          ":a a :Member .");
    }
  }

  @Nested
  class Properties {

    @Test
    void linkHoldsForAllSuperproperties() {
      assertInferred(
          ":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :r .",
          ":a :p :b .",
          ":a :q :b ; :r :b .");
    }

    @Test
    void equivalentPropertiesLinkTheSame() {
      assertInferred(
          ":p owl:equivalentProperty :q .", ":a :p :b . :c :q :d .", ":a :q :b . :c :p :d .");
    }

    @Test
    void annotationsHaveSuperpropertiesToo() {
      assertInferred(
          "skos:prefLabel a owl:AnnotationProperty ; rdfs:subPropertyOf rdfs:label .",
          ":a skos:prefLabel 'A'@en .",
          ":a rdfs:label 'A'@en .");
    }

    @Test
    void inverseHoldsInBothDirections() {
      assertInferred(":p owl:inverseOf :q .", ":a :p :b . :c :q :d .", ":b :q :a . :d :p :c .");
    }

    @Test
    void superpropertyMayBeAnUnnamedInverse() {
      assertInferred(":p rdfs:subPropertyOf [ owl:inverseOf :q ] .", ":a :p :b .", ":b :q :a .");
    }

    @Test
    void inverseIsReachedThroughSuperproperties() {
      assertInferred(
          ":p rdfs:subPropertyOf :q . :q owl:inverseOf :r . :r rdfs:subPropertyOf :s .",
          ":a :p :b .",
          ":a :q :b . :b :r :a ; :s :a .");
    }

    @Test
    void symmetricPropertyHoldsTheOtherWayRound() {
      assertInferred(":p a owl:SymmetricProperty .", ":a :p :b .", ":b :p :a .");
    }

    @Test
    void literalsNeverBecomeSubjects() {
      assertInferred(
          """
          :p a owl:SymmetricProperty ; rdfs:range :C . :q owl:inverseOf :r .
          :A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :B ] .
          """,
          ":a a :A ; :p 'text' ; :q 'text' .",
          "");
    }

    @Test
    void subjectIsInTheDomain() {
      assertInferred(
          ":p rdfs:domain :A . :A rdfs:subClassOf :B .", ":a :p 'x' .", ":a a :A , :B .");
    }

    @Test
    void objectIsInTheRange() {
      assertInferred(":p rdfs:range :A . :A rdfs:subClassOf :B .", ":a :p :b .", ":b a :A , :B .");
    }

    @Test
    void domainOfASuperpropertyCounts() {
      assertInferred(
          ":p rdfs:subPropertyOf :q . :q rdfs:domain :A .", ":a :p :b .", ":a :q :b ; a :A .");
    }

    @Test
    void transitivePropertyClosesLongWays() {
      assertInferred(
          ":in a owl:TransitiveProperty .",
          ":a :in :b . :b :in :c . :c :in :d .",
          ":a :in :c , :d . :b :in :d .");
    }

    @Test
    void transitivePropertyClosesCircles() {
      assertInferred(
          ":in a owl:TransitiveProperty .", ":a :in :b . :b :in :a .", ":a :in :a . :b :in :b .");
    }
  }

  @Nested
  class Chains {

    @Test
    void chainOfTwoImpliesALink() {
      assertInferred(
          ":uncle owl:propertyChainAxiom ( :parent :brother ) .",
          ":a :parent :b . :b :brother :c .",
          ":a :uncle :c .");
    }

    @Test
    void chainMayBeLong() {
      assertInferred(
          ":far owl:propertyChainAxiom ( :p :q :r :s ) .",
          ":a :p :b . :b :q :c . :c :r :d . :d :s :e .",
          ":a :far :e .");
    }

    @Test
    void chainFindsLinksThatAreInferredThemselves() {
      assertInferred(
          """
          :uncle owl:propertyChainAxiom ( :parent :brother ) .
          :child owl:inverseOf :parent . :sibling a owl:SymmetricProperty .
          :brother rdfs:subPropertyOf :sibling . :twin rdfs:subPropertyOf :brother .
          """,
          ":b :child :a . :b :twin :c .",
          ":a :parent :b ; :uncle :c . :b :brother :c ; :sibling :c . :c :sibling :b .");
    }

    @Test
    void chainMayGoBackwards() {
      assertInferred(
          ":sibling owl:propertyChainAxiom ( :parent [ owl:inverseOf :parent ] ) .",
          ":a :parent :x . :b :parent :x .",
          ":a :sibling :a , :b . :b :sibling :a , :b .");
    }

    @Test
    void chainMayFeedItself() {
      assertInferred(
          ":place owl:propertyChainAxiom ( :place :in ) .",
          ":a :place :b . :b :in :c . :c :in :d .",
          ":a :place :c , :d .");
    }

    @Test
    void brokenListEndsWhereItBreaks() {
      assertInferred(
          ":p owl:propertyChainAxiom _:l . _:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:l .",
          ":a :q :b .",
          "");
    }
  }

  @Nested
  class Restrictions {

    private static final String ROLIFIED =
        """
        :Full owl:equivalentClass [ a owl:Restriction ; owl:onProperty :self ; owl:hasSelf true ] .
        :ever owl:propertyChainAxiom ( :hasStatus :self :statusIn ) .
        """;

    @Test
    void instanceOfASelfRestrictionIsLinkedToItself() {
      assertInferred(ROLIFIED, ":m a :Full .", ":m :self :m .");
    }

    @Test
    void whatIsLinkedToItselfIsInTheSelfRestriction() {
      assertInferred(ROLIFIED, ":m :self :m . :n :self :m .", ":m a :Full .");
    }

    @Test
    void subclassOfASelfRestrictionIsNotItsEquivalent() {
      String below =
          ":Full rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :self ; owl:hasSelf true ] .";
      assertInferred(below, ":m a :Full . :n :self :n .", ":m :self :m .");
    }

    @Test
    void chainOverARolifiedClassPassesItsInstancesOnly() {
      assertInferred(
          ROLIFIED,
          """
          :a :hasStatus :m . :m a :Full ; :statusIn :club .
          :b :hasStatus :n . :n a :Observer ; :statusIn :club .
          """,
          ":m :self :m . :a :ever :club .");
    }

    @Test
    void instanceOfAValueRestrictionHasTheValue() {
      assertInferred(
          ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:hasValue :v ] .",
          ":a a :A .",
          ":a :p :v .");
    }

    @Test
    void whatHasTheValueIsInTheValueRestriction() {
      assertInferred(
          ":A owl:equivalentClass [ a owl:Restriction ; owl:onProperty :p ; owl:hasValue 'v' ] .",
          ":a :p 'v' . :b :p 'w' .",
          ":a a :A .");
    }

    @Test
    void whatIsLinkedToAnInstanceIsInTheExistentialRestriction() {
      assertInferred(
          "[ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :B ] rdfs:subClassOf :A .",
          ":a :p :b . :b a :B . :c :p :d .",
          ":a a :A .");
    }

    @Test
    void existentialRestrictionSeesTypesInferredLater() {
      assertInferred(
          """
          [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :B ] rdfs:subClassOf :A .
          :q rdfs:range :B .
          """,
          ":a :p :b . :x :q :b .",
          ":b a :B . :a a :A .");
    }

    @Test
    void existentialRestrictionOnAnythingIsADomain() {
      assertInferred(
          "[ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf :A .",
          ":a :p :b .",
          ":a a :A .");
    }

    @Test
    void whatAnInstanceOfAUniversalRestrictionIsLinkedToIsInTheFiller() {
      assertInferred(
          ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :B ] .",
          ":a a :A ; :p :b . :c :p :d .",
          ":b a :B .");
    }

    @Test
    void universalRestrictionSeesLinksInferredLater() {
      assertInferred(
          """
          :A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :B ] .
          :q owl:inverseOf :p .
          """,
          ":a a :A . :b :q :a .",
          ":a :p :b . :b a :B .");
    }
  }

  @Test
  void graphOutsideTheMemoryIsReadJustTheSame() {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    Turtle.graph(":a a :A .").find().forEach(t -> dataset.add(Quad.create(t.getSubject(), t)));
    Graph inferred =
        Materialization.of(Turtle.graph(":A rdfs:subClassOf :B .")).apply(dataset.getUnionGraph());
    assertThat(Turtle.triples(inferred)).isEqualTo(Turtle.triples(":a a :B ."));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingFollowsFromWhatWasInferredThatWasNotInferred(long seed) {
    Materialization materialization =
        Materialization.of(
            Turtle.graph(
                """
                :p0 owl:inverseOf :p1 . :p1 rdfs:subPropertyOf :p2 . :p2 a owl:TransitiveProperty .
                :p3 owl:propertyChainAxiom ( :p0 :self :p2 ) ; rdfs:domain :C0 ; rdfs:range :C1 .
                :C2 owl:equivalentClass [ a owl:Restriction ; owl:onProperty :self ; owl:hasSelf true ] .
                :C0 rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p4 ; owl:allValuesFrom :C2 ] .
                [ owl:intersectionOf ( :C0 [ a owl:Restriction ; owl:onProperty :p5 ;
                    owl:someValuesFrom :C1 ] ) ] rdfs:subClassOf :C3 .
                """));
    Random random = new Random(seed);
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      data.append(":x%d :p%d :x%d .\n".formatted(node(random), random.nextInt(6), node(random)));
      data.append(":x%d a :C%d .\n".formatted(node(random), random.nextInt(4)));
    }
    Graph closure = Turtle.graph(data.toString());
    GraphUtil.addInto(closure, materialization.apply(closure));
    assertThat(Turtle.triples(materialization.apply(closure))).isEmpty();
  }

  private static int node(Random random) {
    return random.nextInt(30);
  }
}
