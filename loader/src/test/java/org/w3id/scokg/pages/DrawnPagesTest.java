package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
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

/** The pages that draw, as a browser without JavaScript reads them. */
class DrawnPagesTest {

  /** Towns and countries that are drawn in all four ways. */
  static final String DRAWN =
      """
      graph:drawn {
        id:evil skos:prefLabel "<script>alert('x')</script> & \\"Co\\"\\u202E"@en .
        :Free skos:prefLabel "free"@en , "свободный"@ru .
        :Tied skos:prefLabel "tied"@en .
        id:litres skos:prefLabel "litres"@en .
        id:north skos:prefLabel "North"@en .
        id:middle skos:prefLabel "Middle"@en .
      }
      graph:queries {
        <https://example.org/query/lands> a sh:SPARQLExecutable ;
          <http://purl.org/dc/elements/1.1/type> "map" ; rdfs:label "Which land was free?"@en ;
          sh:select \"""PREFIX : <https://example.org/ontology#> PREFIX id: <https://example.org/id/>
            SELECT * { VALUES (?thing ?code ?status ?start ?end ?first_known ?last_known) {
              (id:north "246" :Free "1917-12-06" UNDEF UNDEF UNDEF)
              (id:middle "40" :Tied "1938-03-13" "1945-04-26" UNDEF UNDEF)
              (id:middle "040" :Free "1955" UNDEF UNDEF UNDEF)
              (id:evil "348" :Tied UNDEF UNDEF "1990-01-01" "1991-01-01")
              (id:lesna "999" :Free UNDEF UNDEF UNDEF UNDEF)
            } }\""" .
        <https://example.org/query/spots> a sh:SPARQLExecutable ;
          <http://purl.org/dc/elements/1.1/type> "map" ; rdfs:label "Where are they?"@en ;
          sh:select \"""PREFIX : <https://example.org/ontology#> PREFIX id: <https://example.org/id/>
            SELECT * { VALUES (?thing ?wkt ?status) {
              (id:nowy-brod "POINT(20 52)" :Town) (id:society "somewhere" :Town)
              (id:lesna "LINESTRING(20 52, 22 54)" :River)
            } }\""" .
        <https://example.org/query/times> a sh:SPARQLExecutable ;
          <http://purl.org/dc/elements/1.1/type> "timeline" ; rdfs:label "When was that?"@en ;
          sh:select \"""PREFIX : <https://example.org/ontology#> PREFIX id: <https://example.org/id/>
            SELECT * { VALUES (?thing ?group ?start ?end) {
              (id:nowy-brod :Town "1920-05-01" "1920-05-01") (id:lesna :River "1930" UNDEF)
              (id:evil :Town "1940" "1945-06") (id:society :Town UNDEF UNDEF)
            } }\""" .
        <https://example.org/query/web> a sh:SPARQLExecutable ;
          <http://purl.org/dc/elements/1.1/type> "network" ; rdfs:label "Who knows whom?"@en ;
          sh:select \"""PREFIX : <https://example.org/ontology#> PREFIX id: <https://example.org/id/>
            SELECT * { VALUES (?from ?kind ?to ?from_class ?to_class) {
              (id:nowy-brod :liesOn id:lesna :Town :River) (id:evil :liesOn id:lesna :Town :River)
              (id:nowy-brod "a neighbour of" id:evil :Town :Town) (id:society UNDEF id:lesna UNDEF :River)
            } }\""" .
        <https://example.org/query/amounts> a sh:SPARQLExecutable ;
          <http://purl.org/dc/elements/1.1/type> "chart" ; rdfs:label "How much is it?"@en ;
          sh:select \"""PREFIX id: <https://example.org/id/> PREFIX fact: <https://example.org/fact/walk/>
            SELECT * { VALUES (?thing ?label ?value ?low ?high ?about ?hedge ?unit ?start ?end ?fact) {
              (id:nowy-brod "x" 51000.5 UNDEF UNDEF false UNDEF id:litres "2001" "2020" fact:W1)
              (UNDEF "<b>Rain</b>" UNDEF 10 UNDEF false "more than" id:litres "2021" "2021" UNDEF)
              (id:evil "x" UNDEF 7 10 false UNDEF id:litres UNDEF UNDEF UNDEF)
              (id:lesna "x" 17140000000 UNDEF UNDEF true "about" UNDEF UNDEF UNDEF UNDEF)
              (id:society "x" "many" UNDEF UNDEF false UNDEF UNDEF UNDEF UNDEF UNDEF)
            } }\""" .
      }
      """;

  private static SiteServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = SiteServer.of(DRAWN, folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String page(String path, String... headers) {
    HttpResponse<String> answer = server.browse(path, headers);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  @ParameterizedTest(name = "on {0} it is {1}")
  @CsvSource({
    "1900-01-01, none",
    "1938-03-12, none",
    "1938-03-13, c1",
    "1945-04-26, c1",
    "1945-04-27, none",
    "1955-07-01, c0 perhaps",
    "1956-01-01, c0",
  })
  void theMapIsThatOfTheDay(String date, String style) {
    assertThat(page("/map?date=" + date))
        .contains("<a href=\"/page/middle\" class=\"mark area " + style + "\" data-days=")
        .contains("name=\"date\" value=\"" + date + "\"")
        .contains("<time id=\"day\">" + date + "</time>");
  }

  @Test
  void theMapTellsInWordsWhatItShows() {
    assertThat(page("/map?date=1955-07-01"))
        .contains(
            "<td dir=\"auto\"><a href=\"/page/middle\">Middle</a></td>"
                + "<td dir=\"auto\">free (perhaps)</td>"
                + "<td>tied 1938-03-13 – 1945-04-26; free 1955 –</td>")
        .contains("<title>North · free 1917-12-06 –</title>")
        .contains("data-days=\"1938-03-13 c1;1945-04-27 none;1955-01-01 c0 perhaps;1956-01-01 c0\"")
        .contains("<span data-style=\"c0\" dir=\"auto\">free</span> <b data-count=\"c0\">2</b>")
        .contains("The borders drawn are those of Natural Earth")
        .contains("Some are disputed.");
  }

  @Test
  void theDaysOfChangeCanBeChosenWithoutAScript() {
    assertThat(page("/map?lang=ru"))
        .contains("<form class=\"day\" action=\"/map\">")
        .contains("<input type=\"hidden\" name=\"lang\" value=\"ru\">")
        .contains("<input type=\"range\" id=\"slide\" hidden=\"\"")
        .contains(
            "<a href=\"/map?lang=ru&amp;date=1945-04-27\" data-day=\"1945-04-27\">1945-04-27</a>")
        .contains("data-day=\"1991-01-02\"")
        .contains(" aria-current=\"date\">1991-01-02</a>");
  }

  @Test
  void whatIsNotOnTheMapIsTold() {
    assertThat(page("/map"))
        .contains("Not on the map: Lesna. Natural Earth has no area with the code 999.")
        .contains(
            "Not on the map: Society for the Study of Rivers. Its place is not written as a point or"
                + " a line in degrees.");
  }

  @Test
  void placesAndLinesAreMarksThatLead() {
    assertThat(page("/map"))
        .containsPattern(
            "<a href=\"/page/nowy-brod\" class=\"mark place c\\d\"><title>Nowy Bród · town</title><circle")
        .containsPattern(
            "<a href=\"/page/lesna\" class=\"mark place c\\d\">.*class=\"route\" d=\"M");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /map?date=x                     | The date is 'x'. A day is written like 2017-06-12.
          /map?date=2017                  | The date is '2017'. A day is written like 2017-06-12.
          /map?date=2017-02-30            | The date is '2017-02-30'. A day is written like 2017-06-12.
          /network?class=x                | Nothing that is drawn is of the class 'x'.
          """)
  void whatIsWrongIsSaid(String path, String reason) {
    HttpResponse<String> answer = server.get(path, "Accept", "application/json");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(SiteServer.header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"detail\" : \"" + reason + "\"");
  }

  @Test
  void theTimelineHasALaneForEachGroup() {
    assertThat(page("/timeline"))
        .containsPattern("class=\"lane-name c0\"[^>]*>town</text>")
        .containsPattern("class=\"lane-name c1\"[^>]*>river</text>")
        .contains("<title>Nowy Bród · 1920-05-01</title>")
        .contains("<title>Lesna · 1930 –</title>")
        .contains("Without a date, and so not drawn: Society for the Study of Rivers.");
  }

  @Test
  void theNetworkIsDrawnAndListed() {
    assertThat(page("/network"))
        .contains("<title>Nowy Bród – lies on – Lesna</title>")
        .contains("<title>Society for the Study of Rivers – Lesna</title>")
        .containsPattern("class=\"lane-name plain\"[^>]*>Others</text>")
        .contains("<tr><td><a href=\"/page/nowy-brod\">Nowy Bród</a></td><td>a neighbour of</td>");
  }

  @Test
  void theNetworkOfAClassLeavesOutWhatIsOfNone() {
    String river = "https%3A%2F%2Fexample.org%2Fontology%23River";
    String town = "https%3A%2F%2Fexample.org%2Fontology%23Town";

    assertThat(page("/network")).contains("<a href=\"/network?class=" + river + "\">river</a>");
    assertThat(page("/network?class=" + river)).doesNotContain("a neighbour of");
    assertThat(page("/network?class=" + town))
        .contains("a neighbour of")
        .doesNotContain("Society for the Study of Rivers");
  }

  @Test
  void figuresShowHowSureTheyAreAndOnWhatTheyRest() {
    assertThat(page("/figures"))
        .contains("<h2 dir=\"auto\">litres</h2>")
        .contains("<b dir=\"auto\">51,000.5</b>")
        .contains("<small>2001 – 2020 <a href=\"/page/fact/walk/W1\">Evidence</a></small>")
        .contains("<title>more than 10</title>")
        .contains("<b dir=\"auto\">7–10</b>")
        .contains("<b dir=\"auto\">about 17.14 billion</b>")
        .contains("Without a number, and so not drawn: Society for the Study of Rivers.");
  }

  @Test
  void drawingsAreInTheReadersLanguage() {
    assertThat(page("/map", "Accept-Language", "ru"))
        .contains("<h1>Карта</h1>")
        .contains("<title>Новый Брод · город</title>")
        .contains(">свободный</span>");
    assertThat(page("/figures", "Accept-Language", "ru")).contains("about 17,14\u00A0млрд");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/map", "/timeline", "/network", "/figures"})
  void hostileNamesAreLetters(String path) {
    assertThat(page(path))
        .doesNotContain("<script>")
        .doesNotContain("<b>Rain")
        .doesNotContain("\u202E")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Co&quot;");
  }

  @ParameterizedTest(name = "{0} is of {1}")
  @CsvSource({
    "/map, lands",
    "/map, spots",
    "/timeline, times",
    "/network, web",
    "/figures, amounts"
  })
  void eachIsATableAndCsvToo(String path, String query) {
    Matcher link =
        Pattern.compile(
                "<a href=\"/query/"
                    + query
                    + "\">[^<]*</a> <a href=\"([^\"]*)\" type=\"text/csv\">CSV")
            .matcher(page(path));

    assertThat(link.find()).isTrue();
    String target = link.group(1).replace("&amp;", "&");
    HttpResponse<String> table = server.get(target);
    assertThat(table.statusCode()).isEqualTo(200);
    assertThat(SiteServer.header(table, "Content-Type")).startsWith("text/csv");
    assertThat(table.body().lines().count()).isGreaterThan(1);
    assertThat(URLDecoder.decode(target, StandardCharsets.UTF_8)).contains("VALUES");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"/map, true", "/timeline, false", "/network, false", "/figures, false"})
  void onlyTheMapMayRunAScriptOfOurs(String path, boolean isScripted) {
    HttpResponse<String> answer = server.browse(path);

    String policy = SiteServer.header(answer, "Content-Security-Policy");
    assertThat(policy).startsWith("default-src 'none'; style-src 'self';");
    assertThat(policy.contains("script-src 'self'")).isEqualTo(isScripted);
    assertThat(policy).doesNotContain("unsafe");
    List<String> scripts =
        Pattern.compile("<script[^>]*>")
            .matcher(answer.body())
            .results()
            .map(m -> m.group())
            .toList();
    assertThat(scripts).hasSize(isScripted ? 1 : 0);
    assertThat(scripts)
        .allMatch(s -> s.matches("<script src=\"/assets/map\\.[0-9a-f]{12}\\.js\" defer=\"\">"));
    assertThat(answer.body()).doesNotContain(" style=\"").doesNotContain("<style");
  }

  @Test
  void allThatIsDrawnIsInTheNavigationAndOnTheFirstPage() {
    assertThat(page("/"))
        .contains("<h2>See it</h2>")
        .contains("<a href=\"/map\">Map</a>\n<a href=\"/timeline\">Timeline</a>");
    assertThat(page("/network")).contains("<a href=\"/network\" aria-current=\"page\">Network</a>");
  }

  @Test
  void aGraphWithNothingToDrawHasNoSuchPages(@TempDir Path folder) throws IOException {
    try (SiteServer plain = SiteServer.of("", folder)) {
      assertThat(plain.browse("/").body()).doesNotContain("/map").doesNotContain("See it");
      HttpResponse<String> answer = plain.get("/map", "Accept", "application/json");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body())
          .contains("\"detail\" : \"No question of this graph is drawn as 'map'.\"");
    }
  }

  @Test
  void whatIsTooMuchToBeReadIsLeftOutAndTold(@TempDir Path folder) throws IOException {
    String many =
        """
        graph:queries {
          <https://example.org/query/many> a sh:SPARQLExecutable ;
            <http://purl.org/dc/elements/1.1/type> "TYPE" ; rdfs:label "Many?"@en ;
            sh:select "SELECT * { VALUES ?a {0 1 2 3 4 5 6 7 8 9} VALUES ?b {0 1 2 3 4 5 6 7 8 9} VALUES ?c {0 1 2 3 4 5 6 7 8 9} VALUES ?d {0 1 2 3 4 5 6 7 8 9} BIND (1000*?a+100*?b+10*?c+?d AS ?value) BIND (STR(1000+?value) AS ?start) BIND (STR(?value) AS ?label) BIND (IRI(CONCAT('https://example.org/id/n', STR(?value))) AS ?from) BIND (IRI(CONCAT('https://example.org/id/n', STR(?a))) AS ?to) BIND (CONCAT('POINT(', STR(?a), ' ', STR(?b+?d/10), ')') AS ?wkt) }" .
        }
        """;
    for (String view : List.of("map", "timeline", "network", "chart")) {
      String path = view.equals("chart") ? "/figures" : "/" + view;
      try (SiteServer vast = SiteServer.of(many.replace("TYPE", view), folder.resolve(view))) {
        String page = vast.browse(path).body();
        assertThat(page)
            .as(view)
            .contains(
                "&#39;Many?&#39; is answered with 10\u202F000 rows, of which the first 900"
                    + " are read. All are in the CSV below.")
            .containsPattern("\\d+ more are not drawn, so that what is drawn can be read\\.");
        assertThat(page.length()).as(view).isLessThan(600_000);
      }
    }
  }

  @Test
  void whatIsFirstInTheOrderOfAQuestionIsDrawn(@TempDir Path folder) throws IOException {
    try (SiteServer site =
        SiteServer.of(
            digits(
                """
            VALUES ?a {0 1 2 3 4 5 6 7 8 9} VALUES ?b {0 1 2 3 4 5 6 7 8 9} VALUES ?c {0 1 2 3 4 5 6 7 8 9}
            VALUES ?d {0 1 2 3 4 5 6 7 8 9} BIND (CONCAT(STR(?a), STR(?b), STR(?c), STR(?d)) AS ?start)
            BIND (CONCAT('n', ?start) AS ?label)"""
                    .replace("\n", " "),
                "ORDER BY DESC(?start)"),
            folder)) {
      assertThat(site.browse("/timeline").body())
          .contains("of which the first 900 are read")
          .contains("n9999 · 9999")
          .doesNotContain("n1000");
    }
  }

  @Test
  void rowsAreNotCountedForEver(@TempDir Path folder) throws IOException {
    try (SiteServer site =
        SiteServer.of(
            digits(
                "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?label BIND ('2001' AS ?start)",
                ""),
            folder)) {
      assertThat(site.browse("/timeline").body())
          .containsPattern(
              "&#39;Digits\\?&#39; is answered with more than [\\d\u202F]+ rows, of which the first"
                  + " 900 are read");
    }
  }

  private static String digits(String rows, String order) {
    return """
    graph:queries {
      <https://example.org/query/digits> a sh:SPARQLExecutable ;
        <http://purl.org/dc/elements/1.1/type> "timeline" ; rdfs:label "Digits?"@en ;
        sh:select "SELECT ?label ?start { %s } %s" .
    }
    """
        .formatted(rows, order);
  }

  @Test
  void aQuestionThatFailsIsToldAndTheRestIsDrawn(@TempDir Path folder) throws IOException {
    String failing =
        """
        graph:queries {
          <https://example.org/query/failing> a sh:SPARQLExecutable ;
            <http://purl.org/dc/elements/1.1/type> "timeline" ; rdfs:label "Fails?"@en ;
            sh:select "SELECT ?label ?start { SERVICE <http://127.0.0.1:1/> { ?label ?start ?o } }" .
        }
        """;
    try (SiteServer site = SiteServer.of(DRAWN + failing, folder)) {
      HttpResponse<String> answer = site.browse("/timeline");
      // It may be answered the next time.
      assertThat(SiteServer.header(answer, "Cache-Control")).isEqualTo("no-store");
      assertThat(SiteServer.header(site.browse("/figures"), "Cache-Control")).isEqualTo("no-cache");
      assertThat(answer.body())
          .contains("The question &#39;failing&#39; was not answered in time.")
          .contains("<title>Nowy Bród · 1920-05-01</title>");
    }
  }
}
