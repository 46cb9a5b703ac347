package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sees of a server with the configuration that ships. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparqlServerIT {

  private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
  private static final String JSON = "application/sparql-results+json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private SparqlServer server;
  private URI endpoint;

  @BeforeAll
  void serve(@TempDir Path folder) {
    server = TestProject.in(folder).serve();
    endpoint = server.endpoints().get(0);
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void tellsWhereItIs() {
    assertThat(server.uri().toString()).matches("http://127\\.0\\.0\\.1:\\d+/");
    assertThat(server.endpoints()).containsExactly(server.uri().resolve("sparql"));
  }

  @Test
  void answersAQueryByGet() {
    HttpResponse<String> answer = Http.get(endpoint, COUNT, JSON);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Http.type(answer)).startsWith(JSON);
    assertThat(answer.body()).contains("\"value\": \"2\"");
  }

  @Test
  void answersAQueryByForm() {
    HttpResponse<String> answer = Http.post(endpoint, FORM, "query=" + Http.encode(COUNT));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("integer\">2<");
  }

  @Test
  void answersAQueryThatIsTheBody() {
    HttpResponse<String> answer = Http.post(endpoint, "application/sparql-query", COUNT);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("integer\">2<");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "application/sparql-results+json|\"value\": \"上海\"",
        "application/sparql-results+xml|<literal>上海</literal>",
        "text/csv|上海",
        "text/tab-separated-values|\"上海\"",
      })
  void answersInTheFormAskedFor(String type, String expected) {
    HttpResponse<String> answer =
        Http.get(endpoint, "SELECT ?o { ?s ?p ?o FILTER(!isNumeric(?o)) }", type);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Http.type(answer)).startsWith(type);
    assertThat(answer.body()).contains(expected);
  }

  @Test
  void answersAskWithATruthValue() {
    assertThat(Http.get(endpoint, "ASK {}", JSON).body()).contains("\"boolean\" : true");
  }

  @Test
  void answersConstructAsTurtle() {
    HttpResponse<String> answer =
        Http.get(
            endpoint,
            "PREFIX ex: <https://example.org/> CONSTRUCT { ?s ex:q ?o } { ?s ex:p ?o }",
            "text/turtle");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Http.type(answer)).startsWith("text/turtle");
    assertThat(ask(model(answer.body(), Lang.TURTLE), "?s ?p '上海'")).isTrue();
  }

  @Test
  void hasTheNamedGraphsBesideTheirUnion() {
    String graphs = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g";

    assertThat(Http.get(endpoint, graphs, "text/csv").body())
        .isEqualTo("g,n\r\nhttps://example.org/g1,2\r\nhttps://example.org/g2,1\r\n");
  }

  @Test
  void readsADatasetChosenFromItsOwnGraphs() {
    HttpResponse<String> one =
        Http.get(endpoint, COUNT.replace("{ ?s", "FROM <https://example.org/g2> { ?s"), "text/csv");

    assertThat(one.body()).isEqualTo("n\r\n1\r\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "text/turtle,text/turtle",
    "application/ld+json,application/ld+json",
    "application/rdf+xml,application/rdf+xml",
    "application/n-triples,application/n-triples",
    "*/*,text/turtle",
    "image/png,text/turtle",
  })
  void describesItselfWhereNoQueryIsSent(String accept, String type) {
    HttpResponse<String> answer =
        Http.send(HttpRequest.newBuilder(endpoint).header("Accept", accept));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Http.type(answer)).isEqualTo(type + ";charset=utf-8");
    Model description = model(answer.body(), RDFLanguages.contentTypeToLang(type));
    assertThat(
            ask(
                description,
                """
                <%1$s> a sd:Service ; sd:endpoint <%1$s> ;
                  sd:supportedLanguage sd:SPARQL11Query ;
                  sd:feature sd:UnionDefaultGraph ;
                  sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_JSON> ;
                  sd:defaultDataset [
                    a sd:Dataset ;
                    sd:defaultGraph [ a sd:Graph ; void:triples 2 ] ;
                    sd:namedGraph [
                      a sd:NamedGraph ;
                      sd:name <https://example.org/g1> ;
                      sd:graph [ a sd:Graph ; void:triples 2 ]
                    ]
                  ]
                """
                    .formatted(endpoint)))
        .isTrue();
  }

  @Test
  void describesItselfToHeadWithoutABody() {
    HttpResponse<String> answer =
        Http.send(
            HttpRequest.newBuilder(endpoint).method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Http.type(answer)).isEqualTo("text/turtle;charset=utf-8");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void tellsInPlainWordsWhyAQueryIsWrong() {
    HttpResponse<String> answer = Http.get(endpoint, "SELECT ?上 { ?上 ?p '海' ! }", JSON);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Http.type(answer)).startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("\"title\" : \"Bad Request\"", "\"status\" : 400", "\"detail\" : \"Parse error")
        .contains("line 1, column")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"?query=", "?query=%20", "?query=%zz", "?quary=ASK%7B%7D", "?query=ASK%7B"})
  void refusesRequestsThatAreNoQuery(String parameters) {
    HttpResponse<String> answer =
        Http.send(
            HttpRequest.newBuilder(URI.create(endpoint + parameters.replace("%zz", "%25zz"))));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isNotBlank().doesNotContain("\tat ");
  }

  @Test
  void refusesUpdatesInEveryForm() {
    String update = "INSERT DATA { <urn:s> <urn:p> <urn:o> }";

    assertThat(Http.post(endpoint, FORM, "update=" + Http.encode(update)).statusCode())
        .isEqualTo(400);
    assertThat(Http.post(endpoint, FORM, "query=" + Http.encode(update)).statusCode())
        .isEqualTo(400);
    assertThat(Http.post(endpoint, "application/sparql-update", update).statusCode())
        .isEqualTo(415);
    assertThat(Http.post(endpoint, "application/sparql-query", update).statusCode()).isEqualTo(400);
    assertThat(Http.get(endpoint, COUNT, "text/csv").body()).isEqualTo("n\r\n2\r\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH"})
  void refusesToTakeData(String method) {
    for (String parameters : new String[] {"", "?default", "?graph=https://example.org/g1"}) {
      HttpResponse<String> answer =
          Http.send(
              HttpRequest.newBuilder(URI.create(endpoint + parameters))
                  .header("Content-Type", "text/turtle")
                  .method(
                      method, HttpRequest.BodyPublishers.ofString("<urn:s> <urn:p> <urn:o> .")));

      assertThat(answer.statusCode()).isIn(400, 404, 405, 415);
    }
    assertThat(Http.get(endpoint, COUNT, "text/csv").body()).isEqualTo("n\r\n2\r\n");
  }

  @ParameterizedTest(name = "/{0}")
  @ValueSource(
      strings = {
        "",
        ".",
        "update",
        "sparql/update",
        "sparql/data",
        "sparql/get",
        "sparql/upload",
        "$/ping",
        "$/server",
        "$/datasets",
        "$/backup/sparql",
        "$/compact/sparql",
        "$/metrics",
        "$/stats"
      })
  void hasNothingAtOtherPaths(String path) {
    URI address = server.uri().resolve(path);

    assertThat(Http.send(HttpRequest.newBuilder(address)).statusCode()).isEqualTo(404);
    assertThat(Http.post(address, FORM, "query=ASK%7B%7D").statusCode()).isEqualTo(404);
  }

  @Test
  void letsPagesOfAnySiteReadWithoutCredentials() {
    HttpResponse<String> answer =
        Http.send(
            HttpRequest.newBuilder(URI.create(endpoint + "?query=ASK%7B%7D"))
                .header("Origin", "https://example.com"));

    assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  void letsPagesOfAnySitePost() {
    HttpResponse<String> answer =
        Http.send(
            HttpRequest.newBuilder(endpoint)
                .header("Origin", "https://example.com")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
        .contains("GET, HEAD, POST, OPTIONS");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
        .contains("Accept, Content-Type");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
  }

  private static Model model(String text, Lang lang) {
    Model model = ModelFactory.createDefaultModel();
    RDFParser.create().source(new StringReader(text)).lang(lang).parse(model);
    return model;
  }

  private static boolean ask(Model model, String pattern) {
    String query =
        """
        PREFIX sd:   <http://www.w3.org/ns/sparql-service-description#>
        PREFIX void: <http://rdfs.org/ns/void#>
        ASK { %s }
        """
            .formatted(pattern);
    try (QueryExecution execution = QueryExecutionFactory.create(query, model)) {
      return execution.execAsk();
    }
  }
}
