package org.w3id.scokg.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What editors and federated engines ask an endpoint for, to know what it can be asked: examples,
 * prefixes, and which classes and properties there are.
 */
@ExtendWith(BuiltOnce.class)
class EndpointMetadataTest {

  private static final String PREFIXES =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX schema: <https://schema.org/>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX void: <http://rdfs.org/ns/void#>
      """;

  private final ShippedGraph graph;

  EndpointMetadataTest(ShippedGraph graph) {
    this.graph = graph;
  }

  private List<String> rows(String query) {
    return graph.answer(PREFIXES + query).lines().skip(1).toList();
  }

  @Test
  void everyNamedQueryIsAnExampleWithATitleATextAndItsForm() {
    List<String> examples =
        rows(
            """
            SELECT ?query {
              ?query a sh:SPARQLExecutable ; rdfs:label ?title ; rdfs:comment ?what ;
                sh:select|sh:ask|sh:construct|sh:describe ?text .
              FILTER EXISTS {
                VALUES ?form { sh:SPARQLSelectExecutable sh:SPARQLAskExecutable
                               sh:SPARQLConstructExecutable sh:SPARQLDescribeExecutable }
                ?query a ?form }
            }""");
    assertThat(examples).hasSameSizeAs(rows("SELECT ?q { ?q a sh:SPARQLExecutable }"));
    assertThat(examples).hasSizeGreaterThan(50);
  }

  @Test
  void everyExampleLeadsToThePrefixesThatItMayUse() {
    Set<String> declared =
        Set.copyOf(rows("SELECT ?p { ?d sh:declare [ sh:prefix ?p ; sh:namespace ?n ] }"));
    List<String> without =
        rows(
            """
            SELECT ?query {
              ?query a sh:SPARQLExecutable .
              FILTER NOT EXISTS { ?query sh:prefixes/sh:declare [ sh:prefix ?p ; sh:namespace ?n ] }
            }""");
    assertThat(declared).contains("rdfs", "skos");
    assertThat(without).isEmpty();
  }

  @Test
  void theClassPartitionsAreTheClassesThatThingsAreOf() {
    // The partitions do not count themselves.
    assertThat(rows("SELECT ?c ?n { ?part void:class ?c ; void:entities ?n } ORDER BY ?c"))
        .isEqualTo(
            rows("SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY ?c"));
  }

  @Test
  void thePropertyPartitionsOfAClassAreThePropertiesThatItsThingsHave() {
    String counted =
        """
        SELECT ?c ?p (COUNT(*) AS ?n) {
          SELECT DISTINCT ?c ?s ?p ?o {
            GRAPH ?g { ?s ?p ?o } FILTER (!STRENDS(STR(?g), "/graph/partitions"))
            ?s a ?c
          }
        } GROUP BY ?c ?p ORDER BY ?c ?p""";
    String stated =
        """
        SELECT ?c ?p ?n {
          ?part void:class ?c ; void:propertyPartition [ void:property ?p ; void:triples ?n ]
        } ORDER BY ?c ?p""";
    assertThat(rows(stated)).isEqualTo(rows(counted));
  }

  @Test
  void thePropertyPartitionsOfTheDatasetAreThePropertiesOfAll() {
    String counted =
        """
        SELECT ?p (COUNT(*) AS ?n) {
          SELECT DISTINCT ?s ?p ?o {
            GRAPH ?g { ?s ?p ?o } FILTER (!STRENDS(STR(?g), "/graph/partitions"))
          }
        } GROUP BY ?p ORDER BY ?p""";
    String stated =
        """
        SELECT ?p ?n {
          ?dataset void:uriSpace ?base ;
            void:propertyPartition [ void:property ?p ; void:triples ?n ]
        } ORDER BY ?p""";
    List<String> partitions = rows(stated);
    assertThat(partitions).isEqualTo(rows(counted));
    assertThat(rows("SELECT ?n { ?dataset void:uriSpace ?base ; void:properties ?n }"))
        .isEqualTo(List.of(String.valueOf(partitions.size())));
  }

  @Test
  void aQueryThatIsForAnotherEndpointSaysSo() {
    Set<String> targets =
        rows("SELECT ?t { ?q a sh:SPARQLExecutable ; schema:target ?t }").stream()
            .collect(Collectors.toSet());
    assertThat(targets).allMatch(target -> target.startsWith("https://"));
  }
}
