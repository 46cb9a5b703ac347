package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions with their answers, dumps, the context, and how to cite. */
class TakeAwayTest {

  private static SiteServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = SiteServer.of("", folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void questionsAreListedWithWhatTheirAnswersHold() {
    assertThat(server.browse("/queries").body())
        .contains(
            "<dt><a href=\"/query/towns\">Which towns are there?</a></dt>\n<dd>Each with its river.</dd>");
  }

  @Test
  void aQuestionShowsItsAnswerAndHowToAskIt() {
    String page = server.browse("/query/towns").body();

    assertThat(page)
        .contains("<th scope=\"col\">t</th><th scope=\"col\">r</th>")
        .contains(
            "<td><a href=\"/page/nowy-brod\">Nowy Bród</a></td><td><a href=\"/page/lesna\">Lesna</a></td>")
        .contains("<a href=\"/sparql?query=SELECT%20")
        .contains("curl -H &#39;Accept: text/csv&#39; --data-urlencode &#39;query=SELECT ?t ?r")
        .contains(server.address() + "/sparql");
  }

  @Test
  void aLongAnswerIsCutAndSaidToBe() {
    String page = server.browse("/query/numbers").body();

    assertThat(page.split("<tr>", -1)).hasSize(2 + QueryResult.MOST);
    assertThat(page).contains("Shown are the first 500.").contains("&amp;format=csv\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /query/graph   | nowy-brod&gt;
          /query/is      | <pre><code>true</code></pre>
          /query/service | It asks other endpoints, which a page does not.
          /query/there   | It is asked at https://elsewhere.example/sparql, which then asks this graph.
          """)
  void answersOfOtherKindsAreShown(String path, String shown) {
    HttpResponse<String> page = server.browse(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(shown);
  }

  @Test
  void theWholeAnswerIsWhereThePageSays() {
    String page = server.browse("/query/numbers").body();
    String path =
        page.replaceAll("(?s).*href=\"(/sparql\\?query=[^\"]*)\".*", "$1").replace("&amp;", "&");
    HttpResponse<String> csv = server.get(path);

    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.body().lines()).hasSize(1001);
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bytes=0-3    | 206 | 0123       | bytes 0-3/10
          bytes=4-     | 206 | 456789     | bytes 4-9/10
          bytes=-2     | 206 | 89         | bytes 8-9/10
          bytes=-99    | 206 | 0123456789 | bytes 0-9/10
          bytes=8-99   | 206 | 89         | bytes 8-9/10
          bytes=10-    | 416 | ''         | bytes */10
          bytes=5-2    | 416 | ''         | bytes */10
          bytes=-0     | 416 | ''         | bytes */10
          bytes=-      | 200 | 0123456789 | ''
          lines=1-2    | 200 | 0123456789 | ''
          bytes=0-1,4- | 200 | 0123456789 | ''
          """)
  void aPartOfADumpCanBeHad(String range, int status, String body, String contentRange) {
    HttpResponse<String> answer = server.get("/dumps/graph.nq.gz", "Range", range);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(SiteServer.header(answer, "Content-Range")).isEqualTo(contentRange);
    assertThat(SiteServer.header(answer, "Accept-Ranges")).isEqualTo("bytes");
  }

  @Test
  void aDumpIsSentOnceToWhoHasIt() {
    HttpResponse<String> first = server.get("/dumps/graph.nq.gz");
    assertThat(SiteServer.header(first, "ETag")).isEqualTo("\"abcdef\"");
    assertThat(SiteServer.header(first, "Content-Type")).isEqualTo("application/gzip");
    assertThat(server.get("/dumps/graph.nq.gz", "If-None-Match", "\"abcdef\"").statusCode())
        .isEqualTo(304);
    assertThat(
            server
                .get("/dumps/graph.nq.gz", "If-Range", "\"other\"", "Range", "bytes=1-2")
                .statusCode())
        .isEqualTo(200);
    assertThat(
            server.get("/dumps/graph.nq.gz", "If-Range", "\"abcdef\"", "Range", "bytes=1-2").body())
        .isEqualTo("12");
    assertThat(server.send("HEAD", "/dumps/graph.nq.gz").headers().firstValue("Content-Length"))
        .hasValue("10");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/dumps/../report.json",
    "/dumps/%2e%2e/report.json",
    "/dumps/..%2freport.json",
    "/dumps/none"
  })
  void noOtherFileIsServed(String path) {
    assertThat(server.get(path).statusCode()).isIn(400, 404);
  }

  @Test
  void theContextNamesTheTerms() {
    HttpResponse<String> answer = server.get("/context.jsonld");
    JsonObject context = JSON.parse(answer.body()).getObj("@context");

    assertThat(SiteServer.header(answer, "Content-Type"))
        .isEqualTo("application/ld+json;charset=utf-8");
    assertThat(context.getObj("liesOn").getString("@type")).isEqualTo("@id");
    assertThat(context.getObj("people").getString("@type"))
        .isEqualTo("http://www.w3.org/2001/XMLSchema#integer");
    assertThat(context.getObj("Town").getString("@id"))
        .isEqualTo("https://example.org/ontology#Town");
  }

  @Test
  void theDatasetCanBeCited() {
    assertThat(server.get("/cite.bib").body())
        .isEqualTo(
            """
            @misc{example-org,
              title = {{Towns}},
              author = {{Society for the Study of Rivers}},
              url = {https://example.org/dataset},
              note = {Dataset, version 0123456789abcdef},
            }
            """);
    assertThat(server.get("/CITATION.cff").body())
        .isEqualTo(
            """
            cff-version: 1.2.0
            type: dataset
            message: "If you use this dataset, please cite it as below."
            title: "Towns"
            authors:
              - name: "Society for the Study of Rivers"
            version: "0123456789abcdef"
            url: "https://example.org/dataset"
            license-url: "https://creativecommons.org/publicdomain/zero/1.0/"
            """);
  }

  @Test
  void aDistributionTellsWhatTheFileIs() {
    Graph description = GraphFactory.createDefaultGraph();
    RDFParser.fromString(server.get("/dataset.ttl").body(), Lang.TURTLE).parse(description);
    Node file = NodeFactory.createURI("https://example.org/dataset#graph.nq.gz");
    Map<String, String> told = new TreeMap<>();
    description
        .find(file, Node.ANY, Node.ANY)
        .forEach(
            triple ->
                told.put(
                    triple.getPredicate().getLocalName(),
                    triple.getObject().isLiteral()
                        ? triple.getObject().getLiteralLexicalForm()
                        : triple.getObject().getURI().replace(server.address(), "")));

    assertThat(told)
        .containsEntry("downloadURL", "/dumps/graph.nq.gz")
        .containsEntry("byteSize", "10")
        .containsEntry(
            "mediaType", "https://www.iana.org/assignments/media-types/application/n-quads")
        .containsEntry(
            "compressFormat", "https://www.iana.org/assignments/media-types/application/gzip")
        .containsEntry("license", "https://creativecommons.org/publicdomain/zero/1.0/")
        .containsEntry("version", "0123456789abcdef");
    Node value = NodeFactory.createURI("http://spdx.org/rdf/terms#checksumValue");
    assertThat(
            description
                .find(NodeFactory.createURI(told.get("checksum")), value, Node.ANY)
                .next()
                .getObject()
                .getLiteralLexicalForm())
        .isEqualTo("abcdef");
  }
}
