package org.w3id.scokg.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The one named query that asks another endpoint, asked of a stand-in for it. */
@ExtendWith(BuiltOnce.class)
class MembersInWikidataTest {

  private final Dataset extract = RDFDataMgr.loadDataset("wikidata-extract.ttl");
  private final FusekiServer wikidata =
      FusekiServer.create().port(0).add("/sparql", extract).build().start();
  private final ShippedGraph graph;

  MembersInWikidataTest(ShippedGraph graph) {
    this.graph = graph;
  }

  @AfterEach
  void stop() {
    wikidata.stop();
  }

  @Test
  void membersAreJoinedToTheirItemsByTheLinks() throws IOException {
    assertThat(graph.answerWithService(query()))
        .isEqualTo(
            """
            member,item,capital,population,area_km2
            India,http://www.wikidata.org/entity/Q668,New Delhi,1400000000,3287000
            Kazakhstan,http://www.wikidata.org/entity/Q232,Astana,19000000,2725000
            Tajikistan,http://www.wikidata.org/entity/Q863,Dushanbe,,143000
            """);
  }

  @Test
  void nobodyIsAskedUnlessServiceIsAllowed() throws IOException {
    String query = query();
    assertThatThrownBy(() -> graph.answer(query)).isInstanceOf(QueryDeniedException.class);
  }

  private String query() throws IOException {
    String text = Files.readString(ShippedGraph.PROJECT.resolve("queries/members-in-wikidata.rq"));
    String asksWikidata = "SERVICE <https://query.wikidata.org/sparql>";
    assertThat(text).containsOnlyOnce(asksWikidata);
    return text.replace(
        asksWikidata, "SERVICE <http://localhost:" + wikidata.getHttpPort() + "/sparql>");
  }
}
