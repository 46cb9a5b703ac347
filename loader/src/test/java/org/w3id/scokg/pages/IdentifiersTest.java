package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where identifiers lead, by what the client takes: seven media types of five kinds of things. */
class IdentifiersTest {

  /** A kind of thing: its path, the path of its page, and that of its document. */
  private record Kind(String name, String path, String page, String document, String iri) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("entity", "/id/nowy-brod", "/page/nowy-brod", "/data/nowy-brod", "id/nowy-brod"),
          new Kind(
              "fact", "/fact/walk/W1", "/page/fact/walk/W1", "/data/fact/walk/W1", "fact/walk/W1"),
          new Kind(
              "source", "/source/walk", "/page/source/walk", "/data/source/walk", "source/walk"),
          new Kind("term", "/ontology", "", "/ontology", "ontology#Town"),
          new Kind("dataset", "/dataset", "", "/dataset", "dataset"));

  private static SiteServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = SiteServer.of("", folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> matrix() {
    return KINDS.stream()
        .flatMap(kind -> Representation.DOCUMENTS.stream().map(form -> Arguments.of(kind, form)));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("matrix")
  void everyKindIsServedInEveryForm(Kind kind, Representation form) {
    HttpResponse<String> answer = server.get(kind.path, "Accept", form.mediaType());
    assertThat(SiteServer.header(answer, "Vary")).contains("Accept");
    assertThat(SiteServer.header(answer, "Link"))
        .contains("<" + kind.document + ".ttl>; rel=\"alternate\"; type=\"text/turtle\"");
    if (!kind.page.isEmpty()) {
      assertThat(answer.statusCode()).isEqualTo(303);
      String location = SiteServer.header(answer, "Location");
      assertThat(location).endsWith(target(kind, form));
      answer = server.get(target(kind, form));
    }
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(SiteServer.header(answer, "Content-Type")).startsWith(form.mediaType());
    assertThat(SiteServer.header(answer, "ETag")).startsWith("W/\"0123456789abcdef-");
    if (form == Representation.HTML) {
      assertThat(answer.body()).startsWith("<!DOCTYPE html>").contains("</html>");
    } else {
      assertThat(subjects(answer.body(), form)).contains(SiteServer.BASE + kind.iri);
    }
  }

  private static String target(Kind kind, Representation form) {
    return form == Representation.HTML ? kind.page : kind.document + "." + form.extension();
  }

  private static List<String> subjects(String text, Representation form) {
    DatasetGraph parsed = DatasetGraphFactory.create();
    RDFParser.create()
        .source(new StringReader(text))
        .lang(RDFLanguages.contentTypeToLang(form.mediaType()))
        .parse(parsed);
    return Stream.of(parsed)
        .flatMap(graph -> Iter.asStream(graph.find()))
        .map(Quad::getSubject)
        .filter(Node::isURI)
        .map(Node::getURI)
        .distinct()
        .toList();
  }

  @ParameterizedTest(name = "{0} with an extension")
  @MethodSource("matrix")
  void anExtensionAsksForAForm(Kind kind, Representation form) {
    String path = kind.path + "." + form.extension();
    HttpResponse<String> answer = server.get(path, "Accept", "image/png");
    if (kind.page.isEmpty()) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(SiteServer.header(answer, "Content-Type")).startsWith(form.mediaType());
    } else {
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(SiteServer.header(answer, "Location")).endsWith(target(kind, form));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"/id/nowy-brod", "/fact/walk/W1", "/source/walk", "/ontology", "/dataset"})
  void whatCannotBeServedIsRefusedWithWhatCan(String path) {
    HttpResponse<String> answer = server.get(path, "Accept", "image/png");

    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(SiteServer.header(answer, "Content-Type"))
        .isEqualTo("application/problem+json;charset=utf-8");
    assertThat(answer.body())
        .contains("\"status\" : 406")
        .contains("What can be had: text/html, text/turtle, application/ld+json,")
        .contains(server.address());
  }

  @Test
  void aDocumentTellsWhatSupportsTheStatements() {
    String trig = server.get("/data/nowy-brod.trig").body();
    DatasetGraph parsed = DatasetGraphFactory.create();
    RDFParser.fromString(trig, RDFLanguages.TRIG).parse(parsed);

    Node fact = NodeFactory.createURI(SiteServer.BASE + "fact/walk/W1");
    assertThat(
            parsed.contains(
                fact, NodeFactory.createURI(SiteServer.BASE + "id/nowy-brod"), Node.ANY, Node.ANY))
        .isTrue();
    assertThat(parsed.contains(Node.ANY, fact, Terms.DERIVED_FROM, Node.ANY)).isTrue();
    assertThat(
            parsed.contains(
                Node.ANY,
                NodeFactory.createURI(fact.getURI() + "#selector"),
                Terms.START,
                Node.ANY))
        .isTrue();
  }

  @Test
  void theDatasetTellsWhereItIsToBeHad() {
    String turtle = server.get("/dataset.nt").body();

    assertThat(turtle)
        .contains(
            "<http://www.w3.org/ns/dcat#downloadURL> <" + server.address() + "/dumps/graph.nq.gz>")
        .contains("<http://rdfs.org/ns/void#sparqlEndpoint> <" + server.address() + "/sparql>")
        .contains("<http://rdfs.org/ns/void#triples> \"1240\"^^")
        .contains("<http://spdx.org/rdf/terms#checksumValue> \"abcdef\"^^")
        .contains("<http://www.w3.org/ns/dcat#version> \"0123456789abcdef\"");
  }

  @Test
  void theWellKnownAddressLeadsToTheDataset() {
    HttpResponse<String> answer = server.get("/.well-known/void");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(SiteServer.header(answer, "Location")).endsWith("/dataset");
  }

  @ParameterizedTest(name = "{0} is near {1}")
  @CsvSource({
    "/id/nowy-brot, /page/nowy-brod",
    "/id/new-ford, /page/nowy-brod",
    "/page/lessna, /page/lesna",
    "/data/lessna.ttl, /page/lesna",
    "/fact/walk/W3, /page/fact/walk/W1",
    "/fact/walks/W1, /page/source/walk",
    "/source/wall, /page/source/walk",
    "/query/town, /query/towns",
  })
  void whatIsNotThereLeadsToWhatIsNearby(String path, String near) {
    HttpResponse<String> page = server.browse(path);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("href=\"" + near + "\"");

    HttpResponse<String> problem = server.get(path, "Accept", "text/turtle");
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(problem.body()).contains("\"" + server.address() + near + "\"");
  }

  @Test
  void whoHasAnAnswerIsNotSentItAgain() {
    for (String path : List.of("/page/nowy-brod", "/data/nowy-brod.ttl", "/ontology", "/")) {
      HttpResponse<String> first = server.get(path);
      String tag = SiteServer.header(first, "ETag");
      HttpResponse<String> second = server.get(path, "If-None-Match", "\"x\", " + tag);
      assertThat(second.statusCode()).as(path).isEqualTo(304);
      assertThat(second.body()).isEmpty();
      assertThat(SiteServer.header(second, "ETag")).isEqualTo(tag);
      HttpResponse<String> other =
          server.get(path, "If-None-Match", tag, "Accept-Language", "ru", "Accept", "text/turtle");
      assertThat(other.statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void theLanguageChosenGoesAlong() {
    HttpResponse<String> answer = server.browse("/id/nowy-brod?lang=ru");

    assertThat(SiteServer.header(answer, "Location")).endsWith("/page/nowy-brod?lang=ru");
  }

  @Test
  void aHeadIsThatOfThePage() {
    HttpResponse<String> head = server.send("HEAD", "/page/nowy-brod");
    HttpResponse<String> page = server.get("/page/nowy-brod");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(SiteServer.header(head, "Content-Length"))
        .isEqualTo(SiteServer.header(page, "Content-Length"));
  }

  @Test
  void nothingIsWritten() {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      HttpResponse<String> answer = server.send(method, "/page/nowy-brod");
      assertThat(answer.statusCode()).as(method).isEqualTo(405);
      assertThat(SiteServer.header(answer, "Allow")).isEqualTo("GET, HEAD");
    }
  }
}
