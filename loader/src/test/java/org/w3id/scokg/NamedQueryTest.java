package org.w3id.scokg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.scokg.diagnostic.Diagnostic;

/** A named query as an example in the store. */
class NamedQueryTest {

  private static final String SHACL = "http://www.w3.org/ns/shacl#";
  private static final Node DATASET = NodeFactory.createURI("https://example.org/dataset");

  @TempDir Path folder;

  private static Dataset dataset(Optional<String> endpoint) {
    return new Dataset(DATASET, "Towns", "https://example.org/", Map.of(), List.of(), endpoint);
  }

  private List<Triple> describe(String head, String query, Dataset dataset) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("q.rq"), "# title: Which?\n# description: These.\n" + head + query);
    List<Diagnostic> problems = new ArrayList<>();
    List<Triple> triples =
        NamedQuery.read(file, "q.rq", problems::add).orElseThrow().describe(dataset, problems::add);
    assertThat(problems).isEmpty();
    return triples;
  }

  private static List<String> values(List<Triple> triples, String property) {
    return triples.stream()
        .filter(triple -> triple.getPredicate().getURI().equals(property))
        .map(Triple::getObject)
        .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "SELECT * { ?s ?p ?o }, Select, select",
    "ASK { ?s ?p ?o }, Ask, ask",
    "CONSTRUCT WHERE { ?s ?p ?o }, Construct, construct",
    "DESCRIBE <x:y>, Describe, describe",
  })
  void hasItsFormAndItsText(String query, String form, String property) throws IOException {
    List<Triple> triples = describe("", query, dataset(Optional.empty()));

    assertThat(values(triples, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"))
        .containsExactly(SHACL + "SPARQLExecutable", SHACL + "SPARQL" + form + "Executable");
    assertThat(values(triples, SHACL + property)).hasSize(1).allMatch(text -> text.contains(query));
    assertThat(values(triples, SHACL + "prefixes")).containsExactly(DATASET.getURI());
  }

  @Test
  void isForTheEndpointThatItNamesElseForThatOfTheDataset() throws IOException {
    Dataset known = dataset(Optional.of("https://towns.example/sparql"));
    String target = "https://schema.org/target";

    assertThat(values(describe("", "ASK {}", known), target))
        .containsExactly("https://towns.example/sparql");
    assertThat(values(describe("# target: https://other.example/\n", "ASK {}", known), target))
        .containsExactly("https://other.example/");
    assertThat(values(describe("", "ASK {}", dataset(Optional.empty())), target)).isEmpty();
  }
}
