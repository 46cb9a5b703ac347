package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;

/** An endpoint leads to the description of the dataset that it has. */
class ServiceDescriptionTest {

  private static final String VOID = "http://rdfs.org/ns/void#";

  private static String description(String trig) {
    JenaSystem.init();
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(dataset, () -> RDFParser.fromString(trig, Lang.TRIG).parse(dataset));
    return new String(
        new ServiceDescription("http://localhost/sparql", DatasetSummary.of(dataset))
            .write(MediaType.create("application/n-triples")),
        StandardCharsets.UTF_8);
  }

  @Test
  void leadsToTheDatasetWhoseIdentifiersAreDescribed() {
    assertThat(
            description(
                "<x:g> { <x:dataset> <%suriSpace> 'x:' . <x:other> a <%sDataset> }"
                    .formatted(VOID, VOID)))
        .contains(
            "<x:dataset> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <" + VOID + "Dataset> .",
            "<x:dataset> <" + VOID + "sparqlEndpoint> <http://localhost/sparql> .",
            "<http://localhost/sparql#dataset> <http://www.w3.org/2000/01/rdf-schema#seeAlso> <x:dataset> .")
        .doesNotContain("<x:other>");
  }

  @Test
  void leadsNowhereWhereNoneIs() {
    assertThat(description("<x:g> { <x:a> <x:b> _:c . _:c <" + VOID + "uriSpace> 'x:' }"))
        .doesNotContain("seeAlso", VOID + "Dataset");
  }
}
