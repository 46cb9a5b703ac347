package org.w3id.scokg.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service answers to OpenRefine's calls, and to calls that are wrong. */
class ReconciliationServiceTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static ReconciliationServer server;

  @BeforeAll
  static void start() {
    server = ReconciliationServer.ofTowns();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode json(HttpResponse<String> response) {
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/json;charset=utf-8");
    return json(response.body());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The candidates of a batch of one query. */
  private static JsonNode candidates(String query) {
    var response = server.post("queries", "{\"q0\":" + query + "}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response).path("q0").path("result");
  }

  private static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }

  private static JsonNode first(String query) {
    JsonNode candidates = candidates(query);
    assertThat(candidates).as(query).isNotEmpty();
    return candidates.get(0);
  }

  @Test
  void theManifestTellsWhereEverythingIs() {
    var response = server.get("");
    String address = server.address("").toString();

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response))
        .isEqualTo(
            json(
                """
                {"versions":["0.2"],"name":"Towns","identifierSpace":"https://example.org/id/",
                 "schemaSpace":"https://example.org/ontology#","batchSize":50,"defaultTypes":[],
                 "view":{"url":"SERVER/id/{{id}}"},
                 "preview":{"url":"ADDRESS/preview?id={{id}}","width":420,"height":240},
                 "suggest":{
                   "entity":{"service_url":"ADDRESS","service_path":"/suggest/entity",
                     "flyout_service_url":"ADDRESS","flyout_service_path":"/flyout/entity?id=${id}"},
                   "type":{"service_url":"ADDRESS","service_path":"/suggest/type",
                     "flyout_service_url":"ADDRESS","flyout_service_path":"/flyout/type?id=${id}"},
                   "property":{"service_url":"ADDRESS","service_path":"/suggest/property",
                     "flyout_service_url":"ADDRESS","flyout_service_path":"/flyout/property?id=${id}"}},
                 "extend":{"propose_properties":{"service_url":"ADDRESS","service_path":"/properties"},
                   "property_settings":[
                     {"name":"limit","label":"Limit","type":"number","default":0,
                      "help_text":"How many values are taken at most; 0 takes all"},
                     {"name":"language","label":"Language","type":"text","default":"",
                      "help_text":"Of texts that have a language, take only those in this one"}]}}
                """
                    .replace("ADDRESS", address)
                    .replace("SERVER", address.replace("/reconcile", ""))));
  }

  @Test
  void aCandidateHasIdNameScoreTypesAndFeatures() {
    assertThat(first("{\"query\":\"Nowy Bród\"}"))
        .isEqualTo(
            json(
                """
                {"id":"nowy-brod","name":"Nowy Bród","score":100.0,"match":true,
                 "type":[{"id":"Town","name":"town"}],
                 "features":[{"id":"name_similarity","value":100.0}]}
                """));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "nowy bród, nowy-brod",
    "NOWY BROD, nowy-brod",
    "Nwoy Brod, nowy-brod",
    "Nowy Brodd, nowy-brod",
    "Brod Nowy, nowy-brod",
    "New Ford, nowy-brod",
    "Новый Брод, nowy-brod",
    "Novyy Brod, nowy-brod",
    "новый брот, nowy-brod",
    "新布罗德, nowy-brod",
    "Xin Buluode, nowy-brod",
    "S.S.R., society",
    "SSR, society",
    "Soc. for the Study of Riv., society",
    "study of rivers society, society",
    "ОИР, society",
  })
  void aNameIsFoundHoweverItIsSpelt(String query, String id) {
    assertThat(first("{\"query\":\"" + query + "\"}").path("id").asText()).isEqualTo(id);
  }

  @Test
  void aQuestionIsAnsweredInItsLanguage() {
    assertThat(first("{\"query\":\"новый брод\"}").path("name").asText()).isEqualTo("Новый Брод");
    assertThat(first("{\"query\":\"新布罗德\"}").path("name").asText()).isEqualTo("新布罗德");
  }

  @Test
  void twoThingsOfOneNameAreBothCandidatesAndNoMatch() {
    JsonNode candidates = candidates("{\"query\":\"Georgia\"}");

    assertThat(texts(candidates, "id")).startsWith("georgia-state", "georgia-town");
    assertThat(texts(candidates, "match")).doesNotContain("true");
  }

  @Test
  void aTypeTellsThemApart() {
    JsonNode candidates = candidates("{\"query\":\"Georgia\",\"type\":\"Town\"}");

    assertThat(texts(candidates, "id")).startsWith("georgia-town");
    assertThat(texts(candidates, "match")).startsWith("true");
  }

  @Test
  void aPropertyTellsThemApart() {
    JsonNode candidates =
        candidates(
            "{\"query\":\"Georgia\",\"properties\":[{\"pid\":\"code\",\"v\":[\"x\",\"GE-03\"]}]}");

    assertThat(texts(candidates, "id")).startsWith("georgia-town", "georgia-state");
    assertThat(candidates.get(0).path("features").toString())
        .isEqualTo(
            "[{\"id\":\"name_similarity\",\"value\":100.0},{\"id\":\"property_agreement\",\"value\":100.0}]");
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          code    | "NB-01"                    | nowy-brod  | 100.0
          founded | "1820-05-01"               | nowy-brod  | 100.0
          founded | "1411"                     | stary-brod | 100.0
          people  | 51000                      | nowy-brod  | 100.0
          people  | "700"                      | stary-brod | 100.0
          liesOn  | {"id":"river-lesna"}       | nowy-brod  | 100.0
          """)
  void aThingIsFoundByAPropertyAlone(String property, String value, String id, double score) {
    JsonNode best = first("{\"properties\":[{\"pid\":\"" + property + "\",\"v\":" + value + "}]}");

    assertThat(best.path("id").asText()).isEqualTo(id);
    assertThat(best.path("score").asDouble()).isEqualTo(score);
  }

  @ParameterizedTest(name = "{0} = {1} agrees to {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          founded | "1820"                     | 90.0
          founded | "1821"                     | 0.0
          people  | 51001                      | 100.0
          people  | 50000                      | 98.0
          people  | 20000                      | 0.0
          liesOn  | "lesna"                    | 100.0
          liesOn  | "Lesnaya"                  | 100.0
          liesOn  | "Thames"                   | 0.0
          liesOn  | {"id":"stary-brod"}        | 0.0
          where   | "52.1, 23.5"               | 100.0
          where   | "52.5, 23.5"               | 58.4
          where   | "-52.1, 23.5"              | 0.0
          code    | "nb 01"                    | 100.0
          code    | true                       | 0.0
          """)
  void aPropertyAgreesMoreOrLess(String property, String value, double agreement) {
    JsonNode best =
        first(
            "{\"query\":\"Nowy Bród\",\"properties\":[{\"pid\":\"%s\",\"v\":%s}]}"
                .formatted(property, value));

    assertThat(best.path("id").asText()).isEqualTo("nowy-brod");
    assertThat(best.path("features").get(1).path("value").asDouble()).isEqualTo(agreement);
  }

  @Test
  void aPropertyThatAThingHasNotTellsNothing() {
    assertThat(
            first("{\"query\":\"Nowy Bród\",\"properties\":[{\"pid\":\"unheard\",\"v\":\"x\"}]}")
                .path("score")
                .asDouble())
        .isEqualTo(100);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "any, 'georgia-town, nowy-brod'",
    "all, ''",
    "should, 'georgia-town, georgia-state'",
  })
  void typesAreAskedForAsTheQuerySays(String strict, String expected) {
    JsonNode candidates =
        candidates(
            "{\"query\":\"Georgia\",\"type\":[\"Town\",\"River\"],\"type_strict\":\""
                + strict
                + "\"}");

    List<String> ids = texts(candidates, "id");
    if (strict.equals("any")) {
      assertThat(ids).containsExactly("georgia-town");
    } else if (strict.equals("all")) {
      assertThat(ids).isEmpty();
    } else {
      assertThat(String.join(", ", ids)).isEqualTo(expected);
    }
  }

  @Test
  void scoresFallAndNoMoreComeThanAsked() {
    JsonNode candidates = candidates("{\"query\":\"Brod\",\"limit\":2}");

    assertThat(candidates).hasSize(2);
    assertThat(candidates.get(0).path("score").asDouble())
        .isGreaterThanOrEqualTo(candidates.get(1).path("score").asDouble());
  }

  @Test
  void everyQueryOfABatchIsAnsweredUnderItsKey() {
    JsonNode answer =
        json(
            server.post(
                "queries",
                "{\"b\":{\"query\":\"Lesna\"},\"a\":{\"query\":\"\"},\"c\":{\"query\":\"***\"}}"));

    List<String> keys = new ArrayList<>();
    answer.fieldNames().forEachRemaining(keys::add);
    assertThat(keys).containsExactly("b", "a", "c");
    assertThat(answer.path("b").path("result").get(0).path("id").asText()).isEqualTo("river-lesna");
    assertThat(answer.path("a").path("result")).isEmpty();
    assertThat(answer.path("c").path("result")).isEmpty();
  }

  @Test
  void aBatchMayComeByGetAndBeHandedToACallback() {
    String query = ReconciliationServer.encode("{\"q\":{\"query\":\"Lesna\"}}");
    var plain = server.get("?queries=" + query);
    var wrapped = server.get("?callback=jQuery1_2.done&queries=" + query);

    assertThat(wrapped.headers().firstValue("Content-Type"))
        .hasValue("application/javascript;charset=utf-8");
    assertThat(wrapped.body()).isEqualTo("/**/jQuery1_2.done(" + plain.body() + ");");
  }

  @Test
  void propertiesAreProposedThatMostThingsOfATypeHave() {
    JsonNode answer = json(server.get("/properties?type=Town&limit=5"));

    assertThat(answer.path("type").asText()).isEqualTo("Town");
    assertThat(texts(answer.path("properties"), "id"))
        .containsExactly(
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
            "skos:prefLabel",
            "code",
            "founded",
            "liesOn");
    assertThat(texts(answer.path("properties"), "description"))
        .containsExactly("", "", "", "", "A river it lies on.");
  }

  @Test
  void dataIsExtendedWithValuesOfTheirTypes() {
    JsonNode answer =
        json(
            server.post(
                "extend",
                """
                {"ids":["nowy-brod","nobody"],"properties":[{"id":"code"},{"id":"founded"},{"id":"people"},
                 {"id":"area"},{"id":"liesOn"},{"id":"skos:prefLabel","settings":{"language":"ru"}},
                 {"id":"skos:prefLabel2"},{"id":"http://www.w3.org/1999/02/22-rdf-syntax-ns#type","settings":{"limit":1}}]}
                """));

    assertThat(answer.path("meta").get(4))
        .isEqualTo(
            json(
                "{\"id\":\"liesOn\",\"name\":\"lies on\",\"type\":{\"id\":\"River\",\"name\":\"river\"}}"));
    assertThat(answer.path("rows").path("nowy-brod"))
        .isEqualTo(
            json(
                """
                {"code":[{"str":"NB-01"}],"founded":[{"date":"1820-05-01T00:00:00"}],"people":[{"int":51000}],
                 "area":[{"float":12.5}],"liesOn":[{"id":"river-lesna","name":"Lesna"}],
                 "skos:prefLabel":[{"str":"Новый Брод"}],"skos:prefLabel2":[],
                 "http://www.w3.org/1999/02/22-rdf-syntax-ns#type":[{"str":"https://example.org/ontology#Place"}]}
                """));
    assertThat(answer.path("rows").path("nobody").path("code")).isEmpty();
  }

  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /suggest/entity?prefix=now           | nowy-brod
          /suggest/entity?prefix=bro           | nowy-brod, stary-brod
          /suggest/entity?prefix=bro&cursor=1  | stary-brod
          /suggest/entity?prefix=society%20st  | society
          /suggest/entity?prefix=starry%20brod | stary-brod, nowy-brod, society
          /suggest/entity?prefix=              |
          /suggest/type?prefix=o               | Society, Town
          /suggest/type?prefix=place           | Place
          /suggest/property?prefix=c           | code, where
          /suggest/property?prefix=in          | people, where
          """)
  void whatIsTypedIsCompleted(String path, String expected) {
    assertThat(String.join(", ", texts(json(server.get(path)).path("result"), "id")))
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void aSuggestionTellsWhatItIs() {
    assertThat(json(server.get("/suggest/entity?prefix=now")).path("result").get(0))
        .isEqualTo(
            json(
                """
                {"id":"nowy-brod","name":"Nowy Bród","description":"town",
                 "notable":[{"id":"Town","name":"town"}]}
                """));
  }

  @Test
  void namesAreInTheLanguageThatIsAccepted() {
    JsonNode answer =
        json(server.get("/suggest/entity?prefix=now", "Accept-Language", "fr, ru-RU;q=0.8"));

    assertThat(texts(answer.path("result"), "name")).containsExactly("Новый Брод");
  }

  @Test
  void aPreviewShowsAnEntityWithoutAScript() {
    var response = server.get("/preview?id=nowy-brod");

    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; style-src 'sha256-")
        .endsWith("frame-ancestors *");
    assertThat(response.headers().firstValue("X-Frame-Options")).isEmpty();
    assertThat(response.body())
        .contains("<h1 dir=\"auto\">Nowy Bród</h1><p>town · nowy-brod</p>")
        .contains("<dt>lies on</dt><dd><bdi>Lesna</bdi></dd>")
        .doesNotContain("<script");
  }

  @Test
  void whatIsHostileInTheDataIsOnlyShown() {
    for (String path : List.of("/preview?id=hostile", "/flyout/entity?id=hostile")) {
      String html = server.get(path).body();

      assertThat(html)
          .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Co&quot;")
          .contains("<bdi>�gnp.exe</bdi>")
          .doesNotContain("<script>", "\u202E");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /flyout/type?id=Town       | <h1>town</h1><p>Town</p><p dir="auto">Where many live.</p>
          /flyout/property?id=liesOn | <h1>lies on</h1><p>liesOn</p><p dir="auto">A river it lies on.</p>
          /flyout/property?id=other  | <h1>other</h1><p>other</p>
          """)
  void aFlyoutTellsWhatATermMeans(String path, String html) {
    assertThat(json(server.get(path)).path("html").asText()).isEqualTo(html);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [                                               | 400 | queries is not one valid JSON value, from line 1, column 2 on: Unexpected end-of-input
          []                                              | 400 | queries must be a JSON object
          {"q":{"query":"a"}} {}                          | 400 | queries is not one valid JSON value, from line 1, column 21 on: Trailing token
          {"q":1,"q":2}                                   | 400 | queries is not one valid JSON value, from line 1, column 11 on: Duplicate field 'q'
          {"q":"a"}                                       | 400 | query 'q' must be an object
          {"q":{}}                                        | 400 | query 'q' has neither 'query' nor a property
          {"q":{"query":1}}                               | 400 | query 'q' has a 'query' that is no text
          {"q":{"query":"a","types":"b"}}                 | 400 | query 'q' has 'types', which is none of limit, properties, query, type, type_strict
          {"q":{"query":"a","type":[1]}}                  | 400 | query 'q' has a 'type' that is no identifier
          {"q":{"query":"a","type_strict":"none"}}        | 400 | query 'q' has a 'type_strict' that is none of any, should, all
          {"q":{"query":"a","limit":0}}                   | 400 | query 'q' has a 'limit' that is no number from 1 on
          {"q":{"query":"a","limit":"3"}}                 | 400 | query 'q' has a 'limit' that is no number from 1 on
          {"q":{"query":"a","properties":[{"pid":"b"}]}}  | 400 | query 'q' has a property without 'pid' or 'v'
          {"q":{"query":"a","properties":[{"pid":"b","v":[[]]}]}} | 400 | query 'q' has a value that is no text of at most 1000 characters, no number, no boolean and no object with an 'id'
          """)
  void aWrongBatchIsRefusedWithAReason(String batch, int status, String reason) {
    refused(server.post("queries", batch), status, reason);
  }

  private static void refused(HttpResponse<String> response, int status, String reason) {
    assertThat(response.statusCode()).isEqualTo(status);
    ObjectNode expected = JSON.createObjectNode().put("status", "error").put("message", reason);
    assertThat(json(response)).isEqualTo(expected);
  }

  @Test
  void whatIsNestedWithoutEndIsRefused() {
    String deep = "{\"q\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    refused(server.post("queries", deep), 400, "query 'q' must be an object");
  }

  @Test
  void whatIsTooLargeIsRefused() {
    StringBuilder batch = new StringBuilder("{");
    for (int i = 0; i < 10_000; i++) {
      batch.append(i == 0 ? "" : ",").append("\"q").append(i).append("\":{\"query\":\"a\"}");
    }
    refused(
        server.post("queries", batch.append('}').toString()),
        413,
        "the batch has 10000 queries; send at most 1000 at once");
    refused(
        server.post("queries", "{\"q\":{\"query\":\"" + "x".repeat(1_000_000) + "\"}}"),
        400,
        "query 'q' has a 'query' of 1000000 characters; 1000 is the most");
    refused(
        server.post("queries", "x".repeat(9_000_000)),
        413,
        "the request has more than 8000000 bytes");
    refused(
        server.post(
            "extend",
            "{\"ids\":[\"a\""
                + ",\"b\"".repeat(2)
                + "],\"properties\":[{\"id\":\"c\"}"
                + ",{\"id\":\"c\"}".repeat(6000)
                + "]}"),
        413,
        "2 entities with 6001 properties are more than 10000 cells; ask for fewer at once");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /suggest/entity               | 400 | the parameter 'prefix' is missing
          /suggest/entity?prefix=a&cursor=-1 | 400 | the parameter 'cursor' is '-1', no number from 0 on
          /preview                      | 400 | the parameter 'id' is missing
          /preview?id=nobody            | 404 | there is no entity 'nobody'
          /flyout/entity?id=nobody      | 404 | there is no entity 'nobody'
          /nothing                      | 404 | the service has nothing at '/nothing'
          ?callback=alert(1)            | 400 | the callback is no name of a function
          ?queries=%7B                  | 400 | queries is not one valid JSON value, from line 1, column 2 on: Unexpected end-of-input
          """)
  void aWrongRequestIsRefusedWithAReason(String path, int status, String reason) {
    refused(server.get(path), status, reason);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"extend={}", "extend={\"ids\":1}", "other=1", "queries=%ZZ"})
  void aWrongFormIsRefused(String form) {
    var response =
        ReconciliationServer.send(
            HttpRequest.newBuilder(server.address(""))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).path("status").asText()).isEqualTo("error");
  }

  @Test
  void onlyFormsArePostedAndNothingElseIsDone() {
    refused(
        ReconciliationServer.send(
            HttpRequest.newBuilder(server.address(""))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))),
        415,
        "send a form, of type application/x-www-form-urlencoded");
    refused(
        ReconciliationServer.send(HttpRequest.newBuilder(server.address("")).DELETE()),
        405,
        "the service answers GET and POST");
  }
}
