package org.w3id.scokg.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.GraphBuild;
import org.w3id.scokg.Project;

/**
 * Every statement can be traced to its source. The texts of the sources are not part of the
 * project; where they are at hand (folders in the property {@code scokg.sources}), they are read.
 */
@ExtendWith(BuiltOnce.class)
class EvidenceTest {

  private static final List<Path> SOURCES =
      Stream.of(
              System.getProperty(
                      "scokg.sources",
                      "../../shared/article" + File.pathSeparator + "../../shared/reference")
                  .split(File.pathSeparator, -1))
          .map(Path::of)
          .toList();

  private static final String ARTICLE = "sco-20-years.txt";

  private final ShippedGraph graph;

  EvidenceTest(ShippedGraph graph) {
    this.graph = graph;
  }

  @Test
  void everyDigestIsThatOfThePassageInTheText() throws IOException {
    assumeTexts();
    Project project = Project.open(ShippedGraph.PROJECT, ShippedGraph.PROJECT);
    GraphBuild.Summary summary = new GraphBuild(project, SOURCES, step -> {}).check();
    assertThat(summary.facts()).isGreaterThan(500);
  }

  @Test
  void wordingsOfTheArticleStandInThePassagesTheyAreCitedFrom() throws IOException {
    String article = assumeTexts();
    String query =
        """
        PREFIX oa:     <http://www.w3.org/ns/oa#>
        PREFIX prov:   <http://www.w3.org/ns/prov#>
        PREFIX sco:    <https://w3id.org/sco-kg/ontology#>
        PREFIX skos:   <http://www.w3.org/2004/02/skos/core#>
        PREFIX source: <https://w3id.org/sco-kg/source/>

        SELECT ?start ?end ?wording
        WHERE {
          VALUES ?property { skos:altLabel skos:hiddenLabel sco:originalExpression }
          GRAPH ?fact { ?thing ?property ?wording }
          ?fact prov:wasDerivedFrom source:sco-20-years ; oa:hasTarget/oa:hasSelector ?place .
          ?place oa:start ?start ; oa:end ?end .
        }
        """;
    assertThat(graph.answer(query).lines().skip(1))
        .hasSizeGreaterThan(40)
        .allSatisfy(
            row -> {
              String[] cells = row.split(",", 3);
              String passage =
                  article.substring(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]));
              assertThat(passage).contains(cells[2].split(" … ", -1));
            });
  }

  @Test
  void everyAssertedStatementHasEvidence() throws IOException {
    String query = Files.readString(ShippedGraph.PROJECT.resolve("queries/evidence-coverage.rq"));
    String[] counts = graph.answer(query).lines().skip(1).findFirst().orElseThrow().split(",", -1);
    assertThat(Long.parseLong(counts[0])).isGreaterThan(3000);
    assertThat(counts[1]).isEqualTo(counts[0]);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"Kathmandu", "3,258", "3258", "2021-06-21", "21 June 2021", "landslide"})
  void nothingOfWhatFollowsTheArticleIsInTheGraph(String word) {
    String query =
        """
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        ASK { ?s ?p ?o
              FILTER (isLiteral(?o) && DATATYPE(?o) != xsd:hexBinary && CONTAINS(LCASE(STR(?o)), "%s")) }
        """;
    assertThat(graph.ask(query.formatted(word.toLowerCase(java.util.Locale.ROOT)))).isFalse();
  }

  @Test
  void noPassageReachesBeyondTheBodyOfItsSource() {
    String query =
        """
        PREFIX oa: <http://www.w3.org/ns/oa#>
        ASK {
          ?passage oa:hasSource ?source ; oa:hasSelector/oa:end ?end .
          ?source oa:hasSelector/oa:end ?body_end .
          FILTER (?end > ?body_end)
        }
        """;
    assertThat(graph.ask(query)).isFalse();
  }

  /** The article's text; skips the test where it is not at hand. */
  private static String assumeTexts() throws IOException {
    for (Path folder : SOURCES) {
      assumeTrue(Files.isDirectory(folder), "the texts of the sources are not at hand: " + folder);
    }
    Path article = SOURCES.get(0).resolve(ARTICLE);
    assumeTrue(Files.exists(article), "the text of the article is not at hand: " + article);
    return Files.readString(article);
  }
}
