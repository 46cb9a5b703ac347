package org.w3id.scokg.reconcile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;

/** A service on a free port, and what OpenRefine and others send to it. */
public final class ReconciliationServer implements AutoCloseable {

  /** The languages and namespaces of {@link #TOWNS}. */
  static final Vocabulary VOCABULARY =
      new Vocabulary(
          "Towns",
          "https://example.org/id/",
          "https://example.org/ontology#",
          Map.of(
              "skos", "http://www.w3.org/2004/02/skos/core#",
              "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
              "geo", "http://www.opengis.net/ont/geosparql#"),
          List.of("en", "ru", "zh"));

  /** Towns, rivers and a society, in three scripts; two things have the same name. */
  static final String TOWNS =
      """
      PREFIX :     <https://example.org/ontology#>
      PREFIX id:   <https://example.org/id/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX geo:  <http://www.opengis.net/ont/geosparql#>
      PREFIX xsd:  <http://www.w3.org/2001/XMLSchema#>

      <urn:g:ontology> {
        :Place rdfs:label "place"@en , "место"@ru .
        :Town rdfs:label "town"@en ; rdfs:subClassOf :Place ; rdfs:comment "Where many live."@en .
        :River rdfs:label "river"@en ; rdfs:subClassOf :Place .
        :Society rdfs:label "society"@en .
        :liesOn rdfs:label "lies on"@en ; rdfs:range :River ; rdfs:comment "A river it lies on."@en .
        :code rdfs:label "code"@en .
        :founded rdfs:label "founded"@en .
        :people rdfs:label "inhabitants"@en .
        :area rdfs:label "area"@en .
        :where rdfs:label "coordinates"@en .
      }
      <urn:g:1> {
        id:nowy-brod a :Town , :Place ;
          skos:prefLabel "Nowy Bród"@en , "Новый Брод"@ru , "新布罗德"@zh ; skos:altLabel "New Ford"@en ;
          :code "NB-01" ; :founded "1820-05-01"^^xsd:date ; :people 51000 ; :area 12.5 ;
          :liesOn id:river-lesna ; :where "POINT(23.5 52.1)"^^geo:wktLiteral .
        id:stary-brod a :Town , :Place ; skos:prefLabel "Stary Bród"@en , "Старый Брод"@ru ;
          :code "SB-02" ; :founded "1411"^^xsd:gYear ; :people 700 ; :liesOn id:river-lesna .
        id:georgia-state a :Place ; skos:prefLabel "Georgia"@en .
        id:georgia-town a :Town , :Place ; skos:prefLabel "Georgia"@en ; :code "GE-03" .
        id:river-lesna a :River , :Place ; skos:prefLabel "Lesna"@en , "Лесная"@ru .
        id:society a :Society ;
          skos:prefLabel "Society for the Study of Rivers"@en , "Общество изучения рек"@ru .
        id:hostile a :Town ; skos:prefLabel "<script>alert('x')</script> & \\"Co\\""@en ;
          :code "\\u202Egnp.exe" .
      }
      """;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final FusekiServer fuseki;

  private ReconciliationServer(FusekiServer fuseki) {
    this.fuseki = fuseki;
  }

  /** Serves the names of a dataset. */
  public static ReconciliationServer of(DatasetGraph dataset, Vocabulary vocabulary) {
    return new ReconciliationServer(
        FusekiServer.create()
            .port(0)
            .loopback(true)
            .add("/data", dataset)
            .addServlet("/reconcile/*", new ReconciliationService(dataset, vocabulary))
            .build()
            .start());
  }

  static ReconciliationServer ofTowns() {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(dataset, () -> RDFParser.fromString(TOWNS, Lang.TRIG).parse(dataset));
    return of(dataset, VOCABULARY);
  }

  URI address(String path) {
    return URI.create("http://localhost:" + fuseki.getHttpPort() + "/reconcile" + path);
  }

  /** Gets a path below the service, with what follows a question mark encoded already. */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Posts a form of one parameter, as OpenRefine does. */
  public HttpResponse<String> post(String parameter, String value) {
    return send(
        HttpRequest.newBuilder(address(""))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(parameter + "=" + encode(value))));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    fuseki.stop();
  }
}
