package org.w3id.scokg.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3id.scokg.LinkQuery;
import org.w3id.scokg.Project;
import org.w3id.scokg.propose.Evidence;
import org.w3id.scokg.propose.Subject;

/** The shipped query asks for what a librarian would link, with the evidence that the graph has. */
@ExtendWith(BuiltOnce.class)
class LinkQueriesTest {

  private static final Path MAPPINGS = Path.of("../mappings/wikidata.sssom.tsv");

  private static Map<String, Subject> subjects(ShippedGraph graph, String... classes) {
    Project project = Project.open(ShippedGraph.PROJECT, Path.of(""));
    return LinkQuery.beside(MAPPINGS, project)
        .subjects(graph.dataset(), project.dataset(), List.of(classes))
        .stream()
        .collect(
            Collectors.toMap(
                s -> s.iri().replace(project.dataset().entitySpace(), ""), Function.identity()));
  }

  @Test
  void statesAreAskedForByNameAndCodes(ShippedGraph graph) {
    Subject state = Optional.ofNullable(subjects(graph).get("state-kz")).orElseThrow();
    assertThat(state.label()).isEqualTo("Kazakhstan");
    assertThat(state.evidence())
        .containsExactly(
            new Evidence("alpha2", "P297", List.of("KZ")),
            new Evidence("alpha3", "P298", List.of("KAZ")),
            new Evidence("m49", "P2082", List.of("398")),
            new Evidence("geonames", "P1566", List.of("1522867")));
  }

  @Test
  void citiesAreAskedForByPlace(ShippedGraph graph) {
    Subject city = Optional.ofNullable(subjects(graph).get("place-qingdao")).orElseThrow();
    assertThat(city.types()).contains("sco:City", "sco:Place");
    assertThat(city.evidence())
        .contains(
            new Evidence("point", "P625", List.of("36.09,120.33")),
            new Evidence("country", "P17", List.of("http://www.wikidata.org/entity/Q148")));
  }

  @Test
  void aClassNarrowsWhatIsAskedFor(ShippedGraph graph) {
    assertThat(subjects(graph, "https://w3id.org/sco-kg/ontology#Person"))
        .containsKey("person-xi-jinping")
        .doesNotContainKey("state-kz");
    assertThat(subjects(graph, "https://w3id.org/sco-kg/ontology#Psreon")).isEmpty();
  }
}
