package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SPARQL 1.1 Protocol is answered as Fuseki as it comes answers it, where that is right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockComparisonIT {

  private static final String ROWS = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?o";

  private SparqlServer server;
  private FusekiServer stock;
  private URI ours;
  private URI theirs;

  @BeforeAll
  void serve(@TempDir Path folder) {
    server = TestProject.in(folder).serve();
    ours = server.endpoints().get(0);
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    Txn.executeWrite(
        dataset, () -> RDFParser.fromString(TestProject.DATA, Lang.TRIG).parse(dataset));
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    stock =
        FusekiServer.create()
            .port(0)
            .loopback(true)
            .add("/sparql", DataService.newBuilder(dataset).addEndpoint(Operation.Query, ""))
            .build()
            .start();
    theirs = URI.create("http://localhost:" + stock.getHttpPort() + "/sparql");
  }

  @AfterAll
  void close() {
    server.close();
    stock.stop();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "GET|query=ROWS|*/*",
        "GET|query=ROWS|none",
        "GET|query=ROWS|application/sparql-results+json",
        "GET|query=ROWS|application/sparql-results+xml",
        "GET|query=ROWS|application/json",
        "GET|query=ROWS|text/csv",
        "GET|query=ROWS|text/tab-separated-values",
        "GET|query=ROWS|text/plain",
        "GET|query=ROWS|image/png",
        "GET|query=ROWS|text/csv;q=0.1,application/sparql-results+json;q=0.9",
        "GET|query=ROWS&output=csv|*/*",
        "GET|query=ROWS&format=json|text/csv",
        "GET|query=ROWS&default-graph-uri=https://example.org/g2|text/csv",
        "GET|query=ROWS&default-graph-uri=urn:none|text/csv",
        "GET|query=NAMED&named-graph-uri=https://example.org/g2|text/csv",
        "GET|query=NAMED&named-graph-uri=https://example.org/g1&named-graph-uri=https://example.org/g2|text/csv",
        "GET|query=FROM|text/csv",
        "GET|query=ASK {}|application/sparql-results+json",
        "GET|query=ASK {}|application/sparql-results+xml",
        "GET|query=ASK {}|text/csv",
        "GET|query=CONSTRUCT WHERE { ?s ?p ?o }|application/n-triples",
        "GET|query=CONSTRUCT WHERE { ?s ?p ?o }|text/turtle",
        "GET|query=CONSTRUCT WHERE { ?s ?p ?o }|application/ld+json",
        "GET|query=CONSTRUCT WHERE { ?s ?p ?o }|application/rdf+xml",
        "GET|query=CONSTRUCT WHERE { ?s ?p ?o }|*/*",
        "GET|query=DESCRIBE <https://example.org/s>|application/n-triples",
        "GET|query=DESCRIBE <https://example.org/s> from <https://example.org/g2>|application/n-triples",
        "GET|query=ROWS&callback=f|application/sparql-results+json",
        "GET|query=ROWS&timeout=5|text/csv",
        "POST|query=ROWS|text/csv",
        "POST|query=ROWS&default-graph-uri=https://example.org/g2|text/csv",
        "POST|query=ASK {}|*/*",
        "DIRECT|ROWS|text/csv",
        "DIRECT|CONSTRUCT WHERE { ?s ?p ?o }|text/turtle",
      })
  void aQueryIsAnsweredAsByStock(String method, String request, @Nullable String accept) {
    HttpResponse<String> expected = send(theirs, method, request, accept);
    HttpResponse<String> answer = send(ours, method, request, accept);

    assertThat(answer.statusCode()).isEqualTo(expected.statusCode()).isEqualTo(200);
    assertThat(Http.type(answer)).isEqualToIgnoringCase(Http.type(expected));
    assertThat(answer.body()).isEqualTo(expected.body());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "GET|query=SELECT|400",
        "GET|query=|400",
        "GET|query=ASK {}&query=ASK {}|400",
        "GET|quary=ASK {}|400",
        "GET|query=INSERT DATA { <urn:a> <urn:b> <urn:c> }|400",
        "GET|query=ROWS&output=nonsense|400",
        "POST|update=CLEAR ALL|400",
        "DIRECT|SELECT|400",
      })
  void aWrongRequestIsRefusedWithTheSameStatus(String method, String request, int status) {
    assertThat(send(theirs, method, request, "*/*").statusCode()).isEqualTo(status);
    assertThat(send(ours, method, request, "*/*").statusCode()).isEqualTo(status);
  }

  /** Where stock is not right, or not safe. */
  @ParameterizedTest(name = "{0} {1}: {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "GET||404|200|a service describes itself (SPARQL 1.1 Service Description §2)",
        "HEAD|query=ASK {}|405|200|HEAD is GET without its body (RFC 9110 §9.3.2)",
        "GET|query=ASK { SERVICE <http://127.0.0.1:1/> {} }|502|403|no other endpoint is asked",
        "GET|query=ROWS&callback=alert(1)//|200|400|a callback is the name of a function",
      })
  void theyDifferForAReason(
      String method, @Nullable String request, int stock, int ours, String reason) {
    String parameters = request == null ? "" : request;

    assertThat(send(theirs, method, parameters, "*/*").statusCode()).isEqualTo(stock);
    assertThat(send(this.ours, method, parameters, "*/*").statusCode()).isEqualTo(ours);
  }

  private static HttpResponse<String> send(
      URI endpoint, String method, String request, @Nullable String accept) {
    String text =
        request
            .replace("ROWS", ROWS)
            .replace("NAMED", "SELECT ?g ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?o")
            .replace("FROM", "SELECT ?o FROM <https://example.org/g2> { ?s ?p ?o }");
    HttpRequest.Builder builder;
    if (method.equals("DIRECT")) {
      builder =
          HttpRequest.newBuilder(endpoint)
              .header("Content-Type", "application/sparql-query")
              .POST(HttpRequest.BodyPublishers.ofString(text));
    } else if (method.equals("POST")) {
      builder =
          HttpRequest.newBuilder(endpoint)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(encoded(text)));
    } else {
      builder =
          HttpRequest.newBuilder(URI.create(endpoint + (text.isEmpty() ? "" : "?" + encoded(text))))
              .method(method, HttpRequest.BodyPublishers.noBody());
    }
    if (accept != null) {
      builder.header("Accept", accept);
    }
    return Http.send(builder);
  }

  private static String encoded(String parameters) {
    StringBuilder encoded = new StringBuilder();
    for (String parameter : parameters.split("&", -1)) {
      int end = parameter.indexOf('=');
      encoded
          .append(encoded.isEmpty() ? "" : "&")
          .append(parameter, 0, end + 1)
          .append(Http.encode(parameter.substring(end + 1)));
    }
    return encoded.toString();
  }
}
