package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader sees, in any language, of any text. */
class PagesTest {

  private static final String SCRIPT = "<script>alert('x')</script>";

  /** Scripts of our own are files, and nothing else runs. */
  private static final Pattern FOREIGN_SCRIPT =
      Pattern.compile("<script(?! src=\"/assets/[a-z.0-9]+\" defer=\"\"></script>)");

  /** Things that mean no good, and one that has much to say. */
  private static final String MORE =
      """
      <https://example.org/fact/walk/W3> {
        id:hostile a :Town ; skos:prefLabel "<script>alert('x')</script> & \\"Co\\""@en ;
          skos:altLabel "\\u202Egnp.exe" ; :liesOn <javascript:alert(1)> ;
          :people "\\"><img src=x onerror=alert(1)>" .
        id:vast a :Town ; skos:prefLabel "VAST"@en .
      """
          + manyTowns()
          + "}\n"
          + """
            graph:provenance {
              <https://example.org/fact/walk/W4> prov:wasDerivedFrom source:away ;
                oa:hasTarget <https://example.org/fact/walk/W4#target> .
              <https://example.org/fact/walk/W4#target> oa:hasSource source:away ;
                oa:hasSelector <https://example.org/fact/walk/W4#s> ; spdx:checksum <https://example.org/fact/walk/W4#c> .
              <https://example.org/fact/walk/W4#s> oa:start 4 ; oa:end 35 .
              <https://example.org/fact/walk/W4#c> spdx:checksumValue "DIGEST" .
              source:away dcterms:title "Away"@en ; spdx:fileName "../secret.txt" .
            }
            <https://example.org/fact/walk/W4> { id:lesna :people 1 }
            """;

  private static SiteServer server;

  private static String manyTowns() {
    StringBuilder towns = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      towns.append(
          "id:t%03d a :Town ; skos:prefLabel \"Village %03d\"@en ; :liesOn id:vast .\n"
              .formatted(i, i));
      towns.append("id:vast :people %d .\n".formatted(1000 + i));
    }
    return towns.toString();
  }

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = SiteServer.of(MORE.replace("VAST", "v".repeat(1_000_000)), folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String page(String path, String... headers) {
    HttpResponse<String> answer = server.browse(path, headers);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(SiteServer.header(answer, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    return answer.body();
  }

  @Test
  void everyStatementStandsBesideWhatSupportsIt() {
    assertThat(page("/page/nowy-brod"))
        .contains("<h1 dir=\"auto\">Nowy Bród</h1>")
        .contains("<p class=\"types\"><a href=\"/ontology#Town\">town</a> </p>")
        .contains("Also: <bdi lang=\"ru\">Новый Брод</bdi> · New Ford")
        .contains(
            "<dt><a href=\"/ontology#liesOn\">lies on</a></dt>\n"
                + "<dd><a href=\"/page/lesna\">Lesna</a> <span class=\"evidence\">"
                + "<a href=\"/page/fact/walk/W1\">W1</a> · A walk · characters 4–35 · stated"
                + " <q dir=\"auto\">The ferry crosses at Nowy Bród.</q></span></dd>")
        .contains("<a href=\"/ontology#Place\">place</a> <span class=\"evidence\">inferred</span>")
        .contains("<h2>The same elsewhere</h2>")
        .contains("<a href=\"https://other.example/Q1\" rel=\"external nofollow\">")
        .contains("<code>https://example.org/id/nowy-brod</code>")
        .contains("<a href=\"/data/nowy-brod.trig\"")
        .doesNotContain("<script");
  }

  @Test
  void aLabelThatOnlyRepeatsANameIsLeftOut() {
    assertThat(page("/page/nowy-brod")).doesNotContain("rdf-schema#label");
  }

  @Test
  void whatLeadsToAThingIsListed() {
    assertThat(page("/page/lesna"))
        .contains("<h2>What leads here</h2>")
        .contains(
            "<li><a href=\"/page/nowy-brod\">Nowy Bród</a> <em><a href=\"/ontology#liesOn\">");
  }

  @Test
  void longListsArePaged() {
    String first = page("/page/vast");
    assertThat(first)
        .contains(">all 120</a>")
        .contains("<a href=\"/page/vast?in=50\" rel=\"next\">next</a>");
    String last = page("/page/vast?in=100");
    assertThat(Pattern.compile("Village \\d").matcher(last).results()).hasSize(20);
    assertThat(last)
        .contains("<a href=\"/page/vast?in=50\" rel=\"prev\">previous</a>")
        .doesNotContain("rel=\"next\"");
    Matcher all = Pattern.compile("href=\"(/page/vast\\?property=[^\"]*)\"").matcher(first);
    assertThat(all.find()).isTrue();
    assertThat(page(all.group(1) + "&from=100")).contains("1119").doesNotContain(">1099<");
  }

  @Test
  void aFactShowsItsWordsAndWhatItStates() {
    assertThat(page("/page/fact/walk/W1"))
        .contains("<blockquote dir=\"auto\">The ferry crosses at Nowy Bród.</blockquote>")
        .contains("<h2>What it states</h2>")
        .contains(
            "<li><a href=\"/page/nowy-brod\">Nowy Bród</a> <em><a href=\"/ontology#liesOn\">lies on</a>"
                + "</em> <a href=\"/page/lesna\">Lesna</a></li>")
        .contains("<h2>Evidence</h2>")
        .contains("<a href=\"/page/source/walk\">A walk</a>");
  }

  @Test
  void aSourceShowsTheFactsTakenFromIt() {
    assertThat(page("/page/source/walk"))
        .contains("<h1 dir=\"auto\">A walk</h1>")
        .contains("<h2>Facts taken from it</h2>")
        .contains("<li><a href=\"/page/fact/walk/W1\">")
        .contains("A town and its river.");
  }

  @Test
  void noFileOutsideTheFoldersOfTextsIsQuoted() {
    assertThat(page("/page/fact/walk/W4")).doesNotContain("The ferry");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/page/hostile",
        "/search?q=script",
        "/search?type=https%3A%2F%2Fexample.org%2Fontology%23Town",
        "/query/towns"
      })
  void hostileTextIsLetters(String path) {
    String page = page(path);
    assertThat(page).doesNotContain(SCRIPT).doesNotContain("<img").doesNotContain("\u202E");
    assertThat(page).doesNotContain("href=\"javascript:");
  }

  @Test
  void hostileTextIsShown() {
    assertThat(page("/page/hostile"))
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Co&quot;</h1>")
        .contains("gnp.exe");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/%3Cscript%3Ealert('x')%3C/script%3E",
        "/id/%3Cscript%3Ealert('x')%3C%2fscript%3E",
        "/page/%22%3E%3Cscript%3E",
        "/query/%3Cscript%3E",
        "/search?q=%3Cscript%3Ealert('x')%3C/script%3E",
        "/search?q=a&lang=%22%3E%3Cscript%3E",
        "/page/lesna?property=%22%3E%3Cscript%3E",
        "/page/lesna?in=%3Cscript%3E",
      })
  void hostileAddressesAreLetters(String path) {
    assertThat(server.browse(path).body()).doesNotContainPattern(FOREIGN_SCRIPT);
    assertThat(server.browse(path).statusCode()).isLessThan(500);
  }

  @Test
  void noLabelIsTooLong() {
    assertThat(page("/page/vast").getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
    assertThat(page("/search?q=vvvvvvvvvvvvvvvvvvvv")).hasSizeLessThan(60_000);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ru, ru, Новый Брод, Утверждения, стоит на",
    "'de, ru;q=0.8, en;q=0.5', ru, Новый Брод, Утверждения, стоит на",
    "de, en, Nowy Bród, Statements, lies on",
    "nonsense;;, en, Nowy Bród, Statements, lies on",
  })
  void aPageIsInTheReadersLanguage(
      String accepted, String language, String name, String word, String property) {
    HttpResponse<String> answer = server.browse("/page/nowy-brod", "Accept-Language", accepted);

    assertThat(SiteServer.header(answer, "Content-Language")).isEqualTo(language);
    assertThat(answer.body())
        .contains("<html lang=\"" + language + "\">")
        .contains("<h1 dir=\"auto\">" + name + "</h1>")
        .contains("<h2>" + word + "</h2>")
        .contains(">" + property + "</a>");
  }

  @Test
  void theSwitchIsKeptByLinks() {
    assertThat(page("/page/nowy-brod?lang=ru", "Accept-Language", "en"))
        .contains("<h1 dir=\"auto\">Новый Брод</h1>")
        .contains("href=\"/page/lesna?lang=ru\"")
        .contains("href=\"/ontology?lang=ru#liesOn\"")
        .contains("href=\"/page/nowy-brod?lang=en\"")
        .contains("name=\"lang\" value=\"ru\"");
  }

  @Test
  void theHomePageTellsWhatTheGraphHolds() {
    assertThat(page("/"))
        .contains("<h1>Towns</h1>")
        .contains("Towns and what they lie on.")
        .contains("<li><b>2</b> facts with evidence</li>")
        .contains("<li><b>1\u202F240</b> statements</li>")
        .contains("<a href=\"/query/towns\">Which towns are there?</a>")
        .contains("<input type=\"search\" name=\"q\"")
        .contains(server.address() + "/sparql");
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource({
    "nowy, /page/nowy-brod",
    "новый, /page/nowy-brod",
    "New+For, /page/nowy-brod",
    "лес, /page/lesna",
  })
  void aNameIsFoundInAnyLanguage(String text, String path) {
    assertThat(
            page("/search?q=" + URLEncoder.encode(text.replace('+', ' '), StandardCharsets.UTF_8)))
        .contains("<a href=\"" + path + "\">");
  }

  @Test
  void whatIsMisspeltIsAskedBack() {
    assertThat(page("/search?q=Nwoy+Brot"))
        .contains("Nothing is called so.")
        .contains("<h2>Did you mean …?</h2>")
        .contains("<a href=\"/page/nowy-brod\">Nowy Bród</a>");
  }

  @Test
  void theThingsOfAClassAreListed() {
    String path = "/search?type=https%3A%2F%2Fexample.org%2Fontology%23Town";
    assertThat(page(path))
        .contains("<h1>town</h1>")
        .contains("1 to 25 of 123")
        .contains(
            "<a href=\"/search?type=https%3A%2F%2Fexample.org%2Fontology%23Town&amp;from=25\" rel=\"next\">");
    assertThat(page(path + "&from=100"))
        .contains("101 to 123 of 123")
        .doesNotContain("rel=\"next\"");
  }

  @Test
  void theOntologyIsAReference() {
    assertThat(page("/ontology"))
        .contains("<h1>Towns and rivers</h1>")
        .contains("<section id=\"Town\"><h3>town <code>Town</code></h3>")
        .contains("Where many live.")
        .contains("A kind of <a href=\"#Place\">place</a>.")
        .contains("Properties: <a href=\"#liesOn\">lies on</a>.")
        .contains("Said of <a href=\"#Town\">town</a>. ")
        .contains("Kinds: <a href=\"#River\">river</a>, <a href=\"#Town\">town</a>.");
  }

  @Test
  void theDatasetPageTellsLicenceAndFiles() {
    assertThat(page("/dataset"))
        .contains("https://creativecommons.org/publicdomain/zero/1.0/")
        .contains(
            "<a href=\"/dumps/graph.nq.gz\">graph.nq.gz</a> 10 bytes <small>SHA-256 <code>abcdef</code>")
        .contains("<dd><code>0123456789abcdef</code></dd>");
  }

  @Test
  void everyPageIsLightAndAsksNothingOfOthers() {
    for (String path :
        List.of(
            "/",
            "/page/nowy-brod",
            "/page/vast",
            "/page/fact/walk/W1",
            "/page/source/walk",
            "/search?q=nowy",
            "/queries",
            "/query/towns",
            "/ontology",
            "/dataset",
            "/dumps/",
            "/cite")) {
      String page = page(path);
      assertThat(page.getBytes(StandardCharsets.UTF_8)).as(path).hasSizeLessThan(60_000);
      Matcher loaded =
          Pattern.compile(
                  "<(?:link rel=\"(?:stylesheet|icon)\"|img|script)[^>]*(?:href|src)=\"([^\"]*)\"")
              .matcher(page);
      while (loaded.find()) {
        assertThat(loaded.group(1)).startsWith("/assets/");
      }
      assertThat(page)
          .as(path)
          .doesNotContainPattern(FOREIGN_SCRIPT)
          .doesNotContain("style=")
          .doesNotContain("<style");
      List<String> headings =
          Pattern.compile("<h([1-6])").matcher(page).results().map(h -> h.group(1)).toList();
      assertThat(headings.get(0)).as(path).isEqualTo("1");
      for (int i = 1; i < headings.size(); i++) {
        assertThat(Integer.parseInt(headings.get(i)))
            .as(path)
            .isLessThanOrEqualTo(Integer.parseInt(headings.get(i - 1)) + 1);
      }
    }
  }

  @Test
  void aPageMayDoNoMoreThanShowItself() {
    HttpResponse<String> answer = server.browse("/page/nowy-brod");

    assertThat(SiteServer.header(answer, "Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    assertThat(SiteServer.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void theStyleIsKeptForLong() {
    Matcher style =
        Pattern.compile("href=\"(/assets/site\\.[0-9a-f]{12}\\.css)\"").matcher(page("/"));
    assertThat(style.find()).isTrue();
    HttpResponse<String> answer = server.get(style.group(1));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(SiteServer.header(answer, "Content-Type")).isEqualTo("text/css;charset=utf-8");
    assertThat(SiteServer.header(answer, "Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
    assertThat(server.get("/assets/site.css").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /page/lesna?in=x     | 400 | The parameter 'in' is 'x', which is no number from 0 on.
          /page/lesna?in=-1    | 400 | The parameter 'in' is '-1', which is no number from 0 on.
          /search?q=%ff%fe     | 400 | The address is not encoded as it should be.
          /nothing             | 404 | There is nothing at '/nothing'.
          /id/                 | 404 | There is nothing at '/id/'.
          /assets/../x         | 404 |
          /query/none          | 404 | There is no question called 'none'.
          """)
  void whatIsWrongIsSaid(String path, int status, String reason) {
    HttpResponse<String> answer = server.get(path, "Accept", "application/json");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (reason != null) {
      assertThat(answer.body()).contains("\"detail\" : \"" + reason + "\"");
    }
  }
}
