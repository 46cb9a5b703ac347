package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page can show a thing with one request, and what it gets is RDF all the same. */
class FramedTest {

  private static final String MORE =
      """
      <https://example.org/fact/walk/W9> {
        id:hostile a :Town ; skos:prefLabel "<script>alert('x')</script>"@en , "\u202Exe.png"@ru ;
          :people 007 , 7 , true , 1.50 , "x" , "2001-02-03"^^xsd:date ; :liesOn _:pond , id:hostile .
        _:pond skos:prefLabel "pond"@en ; :liesOn id:lesna .
        <https://example.org/id/hostile#part> :people 3 .
        id:hostile :liesOn <https://example.org/id/hostile#part> , <urn:isbn:0> .
      }
      """;

  private static SiteServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = SiteServer.of(MORE, folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject get(String path) {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(SiteServer.header(answer, "Content-Type"))
        .isEqualTo("application/json;charset=utf-8");
    assertThat(SiteServer.header(answer, "ETag")).startsWith("W/\"0123456789abcdef-");
    return read(answer.body());
  }

  private static JsonObject read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  @Test
  void aThingIsATreeInTheTermsOfTheContext() {
    assertThat(get("/data/nowy-brod.json"))
        .isEqualTo(
            read(
                """
                {
                  "@context": "ORIGIN/context.jsonld",
                  "id": "https://example.org/id/nowy-brod",
                  "type": ["Place", "Town"],
                  "altLabel": {"en": "New Ford"},
                  "label": {"en": "Nowy Bród", "ru": "Новый Брод"},
                  "liesOn": {
                    "id": "https://example.org/id/lesna",
                    "type": ["Place", "River"],
                    "label": {"en": "Lesna", "ru": "Лесная"}
                  },
                  "people": 51000,
                  "http://www.w3.org/2000/01/rdf-schema#label": [
                    {"@language": "en", "@value": "Nowy Bród"},
                    {"@language": "ru", "@value": "Новый Брод"}
                  ],
                  "http://www.w3.org/2004/02/skos/core#exactMatch": {"id": "https://other.example/Q1"}
                }
                """
                    .replace("ORIGIN", server.address())));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "id/nowy-brod, nowy-brod",
    "id/hostile, hostile",
    "fact/walk/W1, fact/walk/W1",
    "source/walk, source/walk"
  })
  void whatItSaysIsWhatTheGraphSays(String iri, String name) throws JsonLdError {
    JsonObject framed = get("/data/" + name + ".json");
    JsonObject context = read(server.get("/context.jsonld").body());
    Graph said = GraphFactory.createDefaultGraph();
    JsonObject whole =
        Json.createObjectBuilder(framed).add("@context", context.get("@context")).build();
    RDFParser.fromString(JsonLd.expand(JsonDocument.of(whole)).get().toString(), Lang.JSONLD11)
        .parse(said);

    Set<Triple> expected =
        Txn.calculateRead(
            server.dataset(),
            () ->
                new FramedDocuments.Tree(new Graphs(server.dataset()))
                    .triples(NodeFactory.createURI(SiteServer.BASE + iri)));
    Graph wanted = GraphFactory.createDefaultGraph();
    expected.forEach(wanted::add);
    assertThat(wanted.size()).isGreaterThan(1);
    assertThat(said.isIsomorphicWith(wanted)).as(said + " is not " + wanted).isTrue();
  }

  /** Only the terms that are needed are read, and no other could have changed the document. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"nowy-brod", "lesna", "hostile", "fact/walk/W1", "source/walk"})
  void itIsWhatFramingInAllTermsGives(String name) throws JsonLdError {
    JsonObject document = get("/data/" + name + ".json");
    JsonObject context =
        read(server.get("/context.jsonld").body()).getJsonObject("@context").entrySet().stream()
            .filter(term -> !term.getValue().toString().matches("\"https?:.*"))
            .collect(
                Json::createObjectBuilder,
                (all, term) -> all.add(term.getKey(), term.getValue()),
                JsonObjectBuilder::addAll)
            .build();
    JsonObject frame =
        Json.createObjectBuilder()
            .add("@context", context)
            .add("@id", document.getString("id"))
            .add("@embed", "@always")
            .build();
    JsonObject expanded = Json.createObjectBuilder(document).add("@context", context).build();

    JsonObject framed =
        JsonLd.frame(
                JsonDocument.of(JsonLd.expand(JsonDocument.of(expanded)).get()),
                JsonDocument.of(frame))
            .ordered(true)
            .get();

    assertThat(context).hasSizeGreaterThan(document.size());
    assertThat(Json.createObjectBuilder(framed).remove("@context").build())
        .hasToString(Json.createObjectBuilder(document).remove("@context").build().toString());
  }

  @Test
  void whoTakesJsonIsLedToIt() {
    HttpResponse<String> answer = server.get("/id/nowy-brod", "Accept", "application/json");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(SiteServer.header(answer, "Location")).endsWith("/data/nowy-brod.json");
    assertThat(server.get("/dataset", "Accept", "application/json").statusCode()).isEqualTo(406);
    assertThat(server.get("/data/none.json").statusCode()).isEqualTo(404);
  }

  @Test
  void hostileTextStaysText() {
    assertThat(get("/data/hostile.json").getJsonObject("label").getString("en"))
        .isEqualTo("<script>alert('x')</script>");
  }
}
