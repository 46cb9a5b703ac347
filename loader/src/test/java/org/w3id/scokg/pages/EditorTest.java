package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.scokg.server.SparqlServer;

/** What the endpoint is to browsers, and that it stays what it was to all others. */
class EditorTest {

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,"
          + "application/signed-exchange;v=b3;q=0.7";

  private static final String MORE =
      """
      graph:dataset {
        <https://example.org/dataset>
          <http://rdfs.org/ns/void#sparqlEndpoint> <https://towns.example/sparql> .
      }
      graph:partitions {
        <https://example.org/dataset#class-1> <http://rdfs.org/ns/void#class> :Town ;
          <http://rdfs.org/ns/void#entities> 1 .
        <https://example.org/dataset#property-1> <http://rdfs.org/ns/void#property> :liesOn ;
          <http://rdfs.org/ns/void#triples> 7 .
        <https://example.org/dataset#property-2> <http://rdfs.org/ns/void#property> skos:prefLabel ;
          <http://rdfs.org/ns/void#triples> 9 .
      }
      graph:queries {
        <https://example.org/query/ours> a sh:SPARQLExecutable ; rdfs:label "Is it ours?"@en ;
          <https://schema.org/target> <https://towns.example/sparql> ;
          sh:ask "ASK { ?s ?p '</textarea><script>alert(1)</script>' }" .
      }
      """;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @TempDir static Path folder;

  private static SparqlServer server;

  @BeforeAll
  static void start() throws IOException {
    server = EditorServer.of(MORE, folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> get(String path, String accept)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(server.uri().resolve(path)).header("Accept", accept));
  }

  private static HttpResponse<String> browse(String path) throws IOException, InterruptedException {
    return get(path, BROWSER);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | text/turtle;charset=utf-8",
        "text/turtle | text/turtle;charset=utf-8",
        "application/ld+json | application/ld+json;charset=utf-8",
        "application/sparql-results+json | text/turtle;charset=utf-8",
        "text/turtle, text/html;q=0.5 | text/turtle;charset=utf-8",
        "text/html, text/turtle | text/turtle;charset=utf-8",
        "text/html;q=0 | text/turtle;charset=utf-8",
        "text/* | text/turtle;charset=utf-8",
        "text/html | text/html;charset=utf-8",
        "text/html, application/xml;q=0.9, */*;q=0.8 | text/html;charset=utf-8",
      })
  void whoPrefersPagesGetsThePageAndAllOthersTheDescription(String accept, String type)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/sparql", accept);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo(type);
    assertThat(header(answer, "Vary")).startsWith("Accept, Accept-");
  }

  @Test
  void aProgramWithAQueryIsAnsweredByTheProtocol() throws IOException, InterruptedException {
    String query = "/sparql?query=" + encode("ASK { ?s ?p ?o }");

    assertThat(get(query, "application/sparql-results+json").body()).contains("\"boolean\" : true");
    assertThat(get(query, "*/*").body()).contains("true");
  }

  @Test
  void aBrowserThatNamesAFormOrPostsIsAnsweredByTheProtocol()
      throws IOException, InterruptedException {
    String query = "query=" + encode("ASK { ?s ?p ?o }");
    HttpResponse<String> posted =
        send(
            HttpRequest.newBuilder(server.uri().resolve("/sparql"))
                .header("Accept", BROWSER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(query)));

    assertThat(header(posted, "Content-Type")).doesNotContain("html");
    assertThat(posted.body()).contains("true");
    assertThat(header(browse("/sparql?format=csv&" + query), "Content-Type"))
        .startsWith("text/csv");
    assertThat(browse("/sparql?format=text&" + query).body()).contains("yes");
    assertThat(header(browse("/sparql?default-graph-uri=x&" + query), "Content-Type"))
        .doesNotContain("html");
  }

  @Test
  void anAddressThatIsWronglyEncodedIsToldByTheEndpoint() throws IOException, InterruptedException {
    URI address = URI.create(server.uri() + "sparql?query=%FF%FE");

    HttpResponse<String> answer = send(HttpRequest.newBuilder(address).header("Accept", BROWSER));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void aBrowserGetsTheFormWithTheQueryThatALinkNames() throws IOException, InterruptedException {
    String query = "ASK { ?s ?p '<b>&\"</textarea>' }";
    HttpResponse<String> answer = browse("/sparql?query=" + encode(query));

    assertThat(answer.body())
        .contains("<form id=\"ask\" class=\"ask\" action=\"/sparql\" data-run=\"true\"")
        .contains("?p &#39;&lt;b&gt;&amp;&quot;&lt;/textarea&gt;&#39; }</textarea>")
        .contains("<select name=\"format\"><option value=\"text\">plain text</option>");
  }

  @Test
  void withoutAQueryThereIsOneToBeginWithWhichIsNotRun() throws IOException, InterruptedException {
    assertThat(browse("/sparql").body())
        .contains("data-run=\"false\"", "SELECT ?class (COUNT(?thing) AS ?things)");
  }

  @Test
  void examplesAreLinksAndThoseForOtherEndpointsAreNone() throws IOException, InterruptedException {
    String page = browse("/sparql?lang=ru").body();

    assertThat(page)
        .contains("<summary>Примеры (6)</summary>")
        .contains("<a href=\"/sparql?example=towns&amp;lang=ru\">")
        .contains("example=ours")
        .doesNotContain("example=there");
    assertThat(browse("/sparql?example=towns").body())
        .contains("SELECT ?t ?r { ?t &lt;https://example.org/ontology#liesOn&gt; ?r }");
  }

  @Test
  void anExampleThatThereIsNotIsTold() throws IOException, InterruptedException {
    HttpResponse<String> answer = browse("/sparql?example=tuons");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no question called &#39;tuons&#39;.");
  }

  @Test
  void thePageRunsNoScriptButOurs() throws IOException, InterruptedException {
    HttpResponse<String> answer = browse("/sparql?example=ours");

    assertThat(header(answer, "Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    assertThat(Pattern.compile("<script[^>]*>").matcher(answer.body()).results())
        .extracting(MatchResult::group)
        .hasSize(2)
        .allMatch(tag -> tag.matches("<script src=\"/assets/[\\w.]+\\.js\" defer=\"\">"));
    assertThat(answer.body()).doesNotContainPattern("<[^>]* (style|on\\w+)=");
  }

  @Test
  void aPageThatIsKnownKeepsThePolicyThatItCameWith() throws IOException, InterruptedException {
    String tag = header(browse("/sparql"), "ETag");

    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(server.uri().resolve("/sparql"))
                .header("Accept", BROWSER)
                .header("If-None-Match", tag));

    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(header(answer, "Content-Security-Policy")).isEmpty();
  }

  @Test
  void noOtherPageRunsAScript() throws IOException, InterruptedException {
    assertThat(header(browse("/query/towns"), "Content-Security-Policy"))
        .doesNotContain("script-src");
  }

  @Test
  void whatThePageNeedsIsHereAndKept() throws IOException, InterruptedException {
    List<String> files =
        Pattern.compile("/assets/[\\w.]+")
            .matcher(browse("/sparql").body())
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();

    assertThat(files).hasSize(7);
    for (String file : files) {
      HttpResponse<String> answer = get(file, "*/*");
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
      assertThat(header(answer, "Content-Type"))
          .startsWith(
              file.endsWith(".js")
                  ? "text/javascript"
                  : file.endsWith(".css")
                      ? "text/css"
                      : file.endsWith(".txt") ? "text/plain" : "image/svg+xml");
    }
  }

  @Test
  void theLicencesOfTheEditorAreTold() throws IOException, InterruptedException {
    String page = browse("/sparql").body();
    String notice = page.replaceAll("(?s).*(/assets/yasqe\\.licences\\.\\w+\\.txt).*", "$1");

    assertThat(get(notice, "*/*").body()).contains("Yasqe", "CodeMirror", "MIT licence");
  }

  @Test
  void thePageIsLightWithoutItsScripts() throws IOException, InterruptedException {
    assertThat(browse("/sparql").body().length()).isLessThan(60_000);
  }

  @Test
  void termsToCompleteAreThoseDeclaredAndThoseUsed() throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/terms.json?lang=ru", "application/json");

    assertThat(header(answer, "Content-Type")).startsWith("application/json");
    assertThat(answer.body().replaceAll("\\s+", ""))
        .isEqualTo(
            """
            {"prefixes":{
              "":"https://example.org/ontology#",
              "id":"https://example.org/id/",
              "skos":"http://www.w3.org/2004/02/skos/core#"},
            "classes":[
              {"iri":"https://example.org/ontology#Place","label":"место"},
              {"iri":"https://example.org/ontology#River","label":"river"},
              {"iri":"https://example.org/ontology#Town","label":"город",
                "about":"Where many live.","uses":1}],
            "properties":[
              {"iri":"http://www.w3.org/2004/02/skos/core#prefLabel","uses":9},
              {"iri":"https://example.org/ontology#certainty","label":"certainty"},
              {"iri":"https://example.org/ontology#liesOn","label":"стоит на","uses":7},
              {"iri":"https://example.org/ontology#people","label":"inhabitants"}]}
            """
                .replaceAll("\\s+", ""));
  }

  @Test
  void theDescriptionOfTheDatasetCountsAsTheBuildDid() throws IOException, InterruptedException {
    assertThat(get("/dataset.nt", "*/*").body())
        .contains(
            "<https://example.org/dataset> <http://rdfs.org/ns/void#classPartition> "
                + "<https://example.org/dataset#class-1> .")
        .containsOnlyOnce("void#classPartition");
    assertThat(browse("/dataset").body()).doesNotContain("class-1");
  }
}
