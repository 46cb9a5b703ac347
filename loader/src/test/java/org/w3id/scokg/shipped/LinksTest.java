package org.w3id.scokg.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3id.scokg.facts.CsvDialect;
import org.w3id.scokg.facts.Row;
import org.w3id.scokg.facts.Table;

/** The links that ship: what they rest on, and what of them is in the graph. */
@ExtendWith(BuiltOnce.class)
class LinksTest {

  private static final String PREFIXES =
      """
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX graph: <https://w3id.org/sco-kg/graph/>
      PREFIX id: <https://w3id.org/sco-kg/id/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX pav: <http://purl.org/pav/>
      PREFIX schema: <https://schema.org/>
      PREFIX sco: <https://w3id.org/sco-kg/ontology#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX sssom: <https://w3id.org/sssom/>
      PREFIX void: <http://rdfs.org/ns/void#>
      """;

  private final ShippedGraph graph;

  LinksTest(ShippedGraph graph) {
    this.graph = graph;
  }

  @Test
  void aFeatureOfGeoNamesHasTheNumberThatTheGraphGives() {
    assertThat(
            rows(
                """
                SELECT ?thing { GRAPH graph:links { ?thing skos:exactMatch ?feature }
                  FILTER (STRSTARTS(STR(?feature), "https://sws.geonames.org/"))
                  OPTIONAL { ?thing sco:geonamesId ?number }
                  FILTER (COALESCE(CONCAT("https://sws.geonames.org/", STR(?number), "/"), "") != STR(?feature)) }
                """))
        .isEmpty();
  }

  @Test
  void whatIsExactlyOneIsTheSameForSchemaOrgToo() {
    assertThat(rows("SELECT ?o { GRAPH graph:links { ?s skos:exactMatch ?o } }")).hasSize(94);
    assertThat(
            rows(
                """
                SELECT ?o { GRAPH graph:links { { ?s skos:exactMatch ?o } UNION { ?s schema:sameAs ?o }
                  FILTER NOT EXISTS { ?s skos:exactMatch ?o ; schema:sameAs ?o } } }
                """))
        .isEmpty();
  }

  @Test
  void refusedMatchesAreNowhereInTheGraph() {
    assertThat(graph.ask("ASK { ?s ?p <http://www.wikidata.org/entity/Q583725> }")).isFalse();
    assertThat(graph.ask("ASK { ?s ?p <https://w3id.org/sssom/NoTermFound> }")).isFalse();
  }

  @Test
  void linksetsCountWhatIsThere() {
    String counted =
        """
        SELECT ?target ?property (COUNT(*) AS ?n)
        { GRAPH graph:links { ?s ?property ?o }
          BIND (REPLACE(STR(?o), "[^/]+/?$", "") AS ?target) } GROUP BY ?target ?property
        """;
    String described =
        """
        SELECT ?target ?property ?n
        { <https://w3id.org/sco-kg/dataset> void:subset ?set .
          ?set a void:Linkset ; void:subjectsTarget <https://w3id.org/sco-kg/dataset> ;
               void:objectsTarget ?target ; void:linkPredicate ?property ; void:triples ?n }
        """;
    assertThat(rows(described)).hasSize(6).containsExactlyInAnyOrderElementsOf(rows(counted));
  }

  @Test
  void everyLinkSaysWhoMadeItWhenAndOnWhatGrounds() {
    assertThat(
            rows(
                """
                SELECT ?s { GRAPH graph:links { ?s skos:exactMatch ?o }
                  FILTER NOT EXISTS { GRAPH graph:mappings {
                    ?set sssom:mappings ?link .
                    ?link a owl:Axiom ; owl:annotatedSource ?s ; owl:annotatedProperty skos:exactMatch ;
                          owl:annotatedTarget ?o ; sssom:mapping_justification ?how ;
                          pav:authoredBy ?author ; dcterms:created ?day ; sssom:confidence ?sure }
                    ?author a ?class } }
                """))
        .isEmpty();
  }

  @Test
  void codesOfStatesStandInOneRowOfTheReferenceTable() throws IOException {
    Path file = Path.of("../../shared/reference/country-codes.csv");
    assumeTrue(Files.exists(file), "the reference table is not at hand: " + file);
    Map<String, List<String>> expected = new TreeMap<>();
    try (Table table = Table.open(file, "country-codes.csv", CsvDialect.RFC4180)) {
      table.forEach(
          row ->
              expected.put(
                  cell(table, row, "ISO3166-1-Alpha-3"),
                  List.of(
                      "http://id.loc.gov/vocabulary/countries/" + cell(table, row, "MARC"),
                      "http://www.wikidata.org/entity/"
                          + cell(table, row, "wikidata_id").replaceFirst(".*/", ""),
                      "https://sws.geonames.org/" + cell(table, row, "Geoname ID") + "/")),
          (row, problem) -> {});
    }

    Map<String, List<String>> linked = new TreeMap<>();
    for (String row :
        rows(
            """
            SELECT ?code ?other { GRAPH graph:links { ?s skos:exactMatch ?other }
              ?s a sco:State ; sco:isoAlpha3 ?code } ORDER BY ?code ?other
            """)) {
      linked.computeIfAbsent(row.substring(0, 3), code -> new ArrayList<>()).add(row.substring(4));
    }

    assertThat(linked).hasSize(25);
    expected.keySet().retainAll(linked.keySet());
    assertThat(linked).isEqualTo(expected);
  }

  private static String cell(Table table, Row row, String column) {
    return row.cell(table.column(column).orElseThrow());
  }

  private List<String> rows(String query) {
    return graph.answer(PREFIXES + query).lines().skip(1).toList();
  }
}
