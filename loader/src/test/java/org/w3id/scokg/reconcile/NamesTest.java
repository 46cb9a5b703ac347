package org.w3id.scokg.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

/** Names as others search them. */
class NamesTest {

  private static final String ID = "https://example.org/id/";

  private static Names names(String label) {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(
        dataset,
        () -> {
          RDFParser.fromString(ReconciliationServer.TOWNS, Lang.TRIG).parse(dataset);
          dataset.add(
              Quad.create(
                  NodeFactory.createURI("https://example.org/fact/1"),
                  NodeFactory.createURI(ID + "other"),
                  SKOS.prefLabel.asNode(),
                  NodeFactory.createLiteralLang(label, "en")));
        });
    return Names.of(dataset, ReconciliationServer.VOCABULARY);
  }

  private static List<String> iris(List<Names.Found> found) {
    return found.stream().map(Names.Found::iri).toList();
  }

  @Test
  void theBeginningOfANameFindsIt() {
    assertThat(iris(names("x").search("new fo", List.of("en")))).containsExactly(ID + "nowy-brod");
    assertThat(names("x").search("unheard of", List.of("en"))).isEmpty();
  }

  @Test
  void aMisspeltNameFindsWhatIsSimilar() {
    assertThat(iris(names("x").similar("Nwoy Brod"))).startsWith(ID + "nowy-brod");
  }

  @Test
  void classesAreCounted() {
    assertThat(names("x").classes())
        .containsEntry("https://example.org/ontology#Town", 4)
        .containsEntry("https://example.org/ontology#River", 1);
    assertThat(names("x").ofClass("https://example.org/ontology#River", 0, 10))
        .containsExactly(ID + "river-lesna");
  }

  @Test
  void aLabelOfAMillionLettersLeavesTheOthersToBeFound() {
    Names names = names("v".repeat(1_000_000));

    assertThat(iris(names.search("new fo", List.of("en")))).containsExactly(ID + "nowy-brod");
    assertThat(iris(names.search("v".repeat(200), List.of("en")))).containsExactly(ID + "other");
  }
}
