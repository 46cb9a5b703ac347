package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** Whatever stands in the data, or in an address, is letters wherever it is shown. */
class HostileTextTest {

  /** Ends an attribute, begins a script, turns the text, and goes on for long. */
  private static final String EVIL =
      "\\\"'><script>alert('x')</script><img src=x onerror=alert(1)>\\u202Egnp.exe\\u2066 &amp; ]]> {{7*7}} %s "
          + "v".repeat(1_000_000);

  private static final String MORE =
      """
      <https://example.org/fact/walk/W8> {
        id:aaa a :Town , :Evil ; skos:prefLabel "EVIL"@en ; skos:altLabel "EVIL"@ru , "EVIL" ;
          dcterms:description "EVIL"@en ; :evil "EVIL"@en ; :liesOn id:aab , <javascript:alert(1)> .
        id:aab a :Evil ; skos:prefLabel "evil ford"@en ; dcterms:description "EVIL"@en .
      }
      graph:provenance {
        <https://example.org/fact/walk/W8> prov:wasDerivedFrom source:evil ; dcterms:description "EVIL"@en .
        source:evil dcterms:title "EVIL"@en ; dcterms:description "EVIL"@en .
      }
      graph:ontology {
        :Evil a owl:Class ; rdfs:label "EVIL"@en ; skos:definition "EVIL"@en .
        :evil a owl:DatatypeProperty ; rdfs:label "EVIL"@en ; rdfs:comment "EVIL"@en .
      }
      graph:dataset { <https://example.org/dataset> dcterms:creator "EVIL" ; dcterms:abstract "EVIL"@en . }
      graph:queries {
        <https://example.org/query/evil> a sh:SPARQLExecutable , sh:SPARQLSelectExecutable ;
          rdfs:label "EVIL"@en ; rdfs:comment "EVIL"@en ;
          sh:select "SELECT ?t { ?t <https://example.org/ontology#evil> ?evil } # </script><script>alert('x')</script>" .
      }
      """;

  private static final Pattern RUNS =
      Pattern.compile(
          "<script(?! src=\"/assets/[a-z.0-9]+\" defer=\"\"></script>)|<img|<[a-z][^>]* on\\w+=|href=\"javascript:");

  private static SiteServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = SiteServer.of(MORE.replace("EVIL", EVIL), folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<String> pages() {
    return Stream.of(
        "/",
        "/page/aaa",
        "/page/aab",
        "/page/fact/walk/W8",
        "/page/source/evil",
        "/search?q=evil",
        "/search?q=gnp",
        "/search?q=%3Cscript%3E",
        "/search?q=%E2%80%AEgnp.exe",
        "/search?type=https%3A%2F%2Fexample.org%2Fontology%23Evil",
        "/queries",
        "/query/evil",
        "/ontology",
        "/dataset",
        "/dumps/",
        "/cite",
        "/id/%E2%80%AE%3Cscript%3Ealert(1)%3C",
        "/id/aac",
        "/query/%22%3E%3Cscript%3E");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void onAPageItIsLetters(String path) {
    HttpResponse<String> answer = server.browse(path);
    String page = answer.body();

    assertThat(answer.statusCode()).isIn(200, 404);
    assertThat(page).doesNotContainPattern(RUNS);
    assertThat(page).doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]");
    assertThat(SiteServer.header(answer, "Content-Security-Policy")).doesNotContain("unsafe");
    assertThat(SiteServer.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(60_000);
  }

  @Test
  void whatTurnsTheTextIsSeenToHaveBeenThere() {
    assertThat(server.browse("/page/aaa").body())
        .contains("<h1 dir=\"auto\">&quot;&#39;&gt;&lt;script&gt;")
        .contains("\uFFFDgnp.exe\uFFFD");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/data/aaa.json",
        "/data/aab.jsonld",
        "/data/fact/walk/W8.json",
        "/suggest?q=evil",
        "/suggest?q=%22%3E%3Cscript%3E%E2%80%AE",
        "/openapi.json",
        "/context.jsonld",
      })
  void inJsonItIsAString(String path) {
    HttpResponse<String> answer = server.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(SiteServer.header(answer, "Content-Type")).contains("json");
    assertThat(SiteServer.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(JSON.parseAny(answer.body()).isPrimitive()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/suggest?q=evil", "/suggest?q=gnp", "/openapi.json"})
  void whatIsShownBesideOtherWordsTurnsNothingAndIsShort(String path) {
    assertThat(server.get(path).body())
        .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]")
        .hasSizeLessThan(100_000);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/feed.atom", "/opensearch.xml", "/data/aab.rdf"})
  void inXmlItIsText(String path) throws IOException, SAXException, ParserConfigurationException {
    HttpResponse<String> answer = server.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(SiteServer.header(answer, "Content-Type")).contains("xml");
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("script")
                .getLength())
        .isZero();
  }

  @Test
  void aProblemTellsItAsText() {
    HttpResponse<String> answer =
        server.get("/id/%E2%80%AE%3Cscript%3E%22", "Accept", "application/json");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(SiteServer.header(answer, "Content-Type"))
        .isEqualTo("application/problem+json;charset=utf-8");
    assertThat(JSON.parse(answer.body()).getString("detail"))
        .isEqualTo("There is nothing with the identifier '\uFFFD<script>\"'.");
  }

  @Test
  void aCitationStaysOneEntry() {
    String bibtex = server.get("/cite.bib").body();

    assertThat(bibtex.lines().filter(line -> line.startsWith("@"))).hasSize(1);
    assertThat(server.get("/CITATION.cff").body().lines()).hasSizeLessThan(15);
  }
}
