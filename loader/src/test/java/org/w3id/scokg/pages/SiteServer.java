package org.w3id.scokg.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.w3id.scokg.reconcile.Names;
import org.w3id.scokg.reconcile.Vocabulary;
import org.w3id.scokg.text.TextIndex;
import org.w3id.scokg.text.TextIndexWriter;

/** A site on a free port, about towns and rivers, and what browsers and programs send to it. */
final class SiteServer implements AutoCloseable {

  static final String BASE = "https://example.org/";

  /** The SHA-256 of “The ferry crosses at Nowy Bród.”, which is cited. */
  static final String SENTENCE = "The ferry crosses at Nowy Bród.";

  /** When the two builds were made. */
  static final String FIRST = "2001-02-03T04:05:06Z";

  static final String LAST = "2002-03-04T05:06:07Z";

  static final String TOWNS =
      """
      PREFIX :        <https://example.org/ontology#>
      PREFIX id:      <https://example.org/id/>
      PREFIX fact:    <https://example.org/fact/walk/>
      PREFIX source:  <https://example.org/source/>
      PREFIX graph:   <https://example.org/graph/>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX oa:      <http://www.w3.org/ns/oa#>
      PREFIX owl:     <http://www.w3.org/2002/07/owl#>
      PREFIX prov:    <http://www.w3.org/ns/prov#>
      PREFIX rdfs:    <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sh:      <http://www.w3.org/ns/shacl#>
      PREFIX skos:    <http://www.w3.org/2004/02/skos/core#>
      PREFIX spdx:    <http://spdx.org/rdf/terms#>
      PREFIX xsd:     <http://www.w3.org/2001/XMLSchema#>

      graph:ontology {
        <https://example.org/ontology> a owl:Ontology ; dcterms:title "Towns and rivers"@en .
        :Place a owl:Class ; rdfs:label "place"@en , "место"@ru .
        :Town a owl:Class ; rdfs:label "town"@en , "город"@ru ; rdfs:subClassOf :Place ;
          skos:definition "Where many live."@en .
        :River a owl:Class ; rdfs:label "river"@en ; rdfs:subClassOf :Place .
        :liesOn a owl:ObjectProperty ; rdfs:label "lies on"@en , "стоит на"@ru ;
          rdfs:domain :Town ; rdfs:range :River .
        :people a owl:DatatypeProperty ; rdfs:label "inhabitants"@en ; rdfs:range xsd:integer .
        :certainty a owl:ObjectProperty ; rdfs:label "certainty"@en .
      }
      graph:dataset {
        <https://example.org/dataset> dcterms:title "Towns"@en , "Города"@ru ;
          dcterms:description "Towns and what they lie on."@en ; dcterms:publisher id:society ;
          dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> .
      }
      graph:queries {
        <https://example.org/query/towns> a sh:SPARQLExecutable , sh:SPARQLSelectExecutable ;
          rdfs:label "Which towns are there?"@en ; rdfs:comment "Each with its river."@en ;
          sh:select "SELECT ?t ?r { ?t <https://example.org/ontology#liesOn> ?r } ORDER BY ?t" .
        <https://example.org/query/numbers> a sh:SPARQLExecutable , sh:SPARQLSelectExecutable ;
          rdfs:label "How far can one count?"@en ; rdfs:comment "Far."@en ;
          sh:select "SELECT ?a ?b { VALUES ?a {0 1 2 3 4 5 6 7 8 9} VALUES ?b {0 1 2 3 4 5 6 7 8 9} VALUES ?c {0 1 2 3 4 5 6 7 8 9} }" .
        <https://example.org/query/graph> a sh:SPARQLExecutable , sh:SPARQLConstructExecutable ;
          rdfs:label "What does the graph say?"@en ; rdfs:comment "Triples."@en ;
          sh:construct "CONSTRUCT WHERE { ?t <https://example.org/ontology#liesOn> ?r }" .
        <https://example.org/query/is> a sh:SPARQLExecutable , sh:SPARQLAskExecutable ;
          rdfs:label "Is there anything?"@en ; rdfs:comment "Yes."@en ;
          sh:ask "ASK { ?s ?p ?o }" .
        <https://example.org/query/service> a sh:SPARQLExecutable , sh:SPARQLSelectExecutable ;
          rdfs:label "What do others know?"@en ; rdfs:comment "Nothing."@en ;
          sh:select "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }" .
        <https://example.org/query/there> a sh:SPARQLExecutable , sh:SPARQLSelectExecutable ;
          rdfs:label "What is known elsewhere?"@en ; rdfs:comment "Much."@en ;
          <https://schema.org/target> <https://elsewhere.example/sparql> ;
          sh:select "SELECT * { ?s ?p ?o }" .
      }
      graph:provenance {
        fact:W1 prov:wasDerivedFrom source:walk ; :certainty id:certainty-stated ;
          dcterms:description "A town and its river."@en ; oa:hasTarget fact:W1\\#target .
        fact:W1\\#target oa:hasSource source:walk ; oa:hasSelector fact:W1\\#selector ;
          spdx:checksum fact:W1\\#checksum .
        fact:W1\\#selector oa:start 4 ; oa:end 35 .
        fact:W1\\#checksum spdx:checksumValue "DIGEST" .
        fact:W2 prov:wasDerivedFrom source:walk .
        source:walk dcterms:title "A walk"@en ; spdx:fileName "walk.txt" .
      }
      fact:W1 {
        id:nowy-brod a :Town ; skos:prefLabel "Nowy Bród"@en , "Новый Брод"@ru ;
          skos:altLabel "New Ford"@en ; :liesOn id:lesna .
      }
      fact:W2 {
        id:lesna a :River ; skos:prefLabel "Lesna"@en , "Лесная"@ru .
        id:nowy-brod :people 51000 .
        id:certainty-stated a skos:Concept ; skos:prefLabel "stated"@en .
        id:society skos:prefLabel "Society for the Study of Rivers"@en .
      }
      graph:inferred {
        id:nowy-brod a :Place ; rdfs:label "Nowy Bród"@en , "Новый Брод"@ru .
        id:lesna a :Place .
      }
      graph:links { id:nowy-brod skos:exactMatch <https://other.example/Q1> . }
      """;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private final DatasetGraph dataset;
  private final TextIndex index;
  private final FusekiServer fuseki;

  private SiteServer(DatasetGraph dataset, TextIndex index, FusekiServer fuseki) {
    this.dataset = dataset;
    this.index = index;
    this.fuseki = fuseki;
  }

  /** Serves towns, and more in TriG, from a build in a folder. */
  static SiteServer of(String more, Path folder) throws IOException {
    Path build = Files.createDirectories(folder.resolve("0123456789abcdef"));
    Path dumps = Files.createDirectories(build.resolve("dumps"));
    Files.writeString(dumps.resolve("graph.nq.gz"), "0123456789");
    Files.writeString(dumps.resolve("SHA256SUMS"), "abcdef  graph.nq.gz\n");
    Files.writeString(
        build.resolve("report.json"), "{\"facts\":2,\"asserted\":1234,\"inferred\":5,\"links\":1}");
    Path texts = Files.createDirectories(folder.resolve("texts"));
    Files.writeString(texts.resolve("walk.txt"), "Go. " + SENTENCE);
    Files.writeString(folder.resolve("secret.txt"), "Go. " + SENTENCE);
    String digest = DigestUtils.sha256Hex(SENTENCE);
    DatasetGraph dataset = database((TOWNS + more).replace("DIGEST", digest));
    Path text = build.resolve("text");
    TextIndexWriter.write(Txn.calculateRead(dataset, () -> Iter.toList(dataset.find())), text);
    TextIndex index = TextIndex.open(text).orElseThrow();
    index.serve(dataset);
    Site site =
        new Site(
            BASE + "dataset",
            "Towns",
            BASE,
            Map.of("id", BASE + "id/", "", BASE + "ontology#"),
            List.of("en", "ru"),
            build,
            "/sparql",
            List.of(texts));
    Vocabulary vocabulary =
        new Vocabulary(
            "Towns", BASE + "id/", BASE + "ontology#", site.prefixes(), site.languages());
    Path earlier = Files.createDirectories(folder.resolve("fedcba9876543210"));
    Files.writeString(
        earlier.resolve("report.json"),
        "{\"facts\":3,\"asserted\":1200,\"inferred\":5,\"links\":1}");
    for (Path published : List.of(build, earlier)) {
      Files.setLastModifiedTime(
          published.resolve("report.json"),
          FileTime.from(Instant.parse(published == build ? LAST : FIRST)));
    }
    OpenSite servlet =
        new OpenSite(
            dataset,
            site,
            Names.of(dataset, vocabulary),
            () -> List.of(build, earlier, folder.resolve("pruned")));
    return new SiteServer(
        dataset,
        index,
        FusekiServer.create()
            .port(0)
            .loopback(true)
            .add("/sparql", dataset)
            .addServlet("/*", servlet)
            .build()
            .start());
  }

  private static DatasetGraph database(String trig) {
    DatasetGraph parsed = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(parsed, () -> RDFParser.fromString(trig, Lang.TRIG).parse(parsed));
    DatasetGraph database = DatabaseMgr.createDatasetGraph();
    database.getContext().set(TDB2.symUnionDefaultGraph, true);
    database.getContext().set(ARQ.httpServiceAllowed, false);
    Txn.executeWrite(
        database,
        () -> Txn.executeRead(parsed, () -> parsed.find().forEachRemaining(database::add)));
    return database;
  }

  DatasetGraph dataset() {
    return dataset;
  }

  String address() {
    return "http://localhost:" + fuseki.getHttpPort();
  }

  /** Gets a path, following no redirects. */
  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  /** What a browser gets. */
  HttpResponse<String> browse(String path, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Accept";
    all[headers.length + 1] = "text/html,application/xhtml+xml,*/*;q=0.8";
    return send("GET", path, all);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    try {
      return CLIENT.send(
          (headers.length == 0 ? request : request.headers(headers)).build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A header of an answer; empty without one. */
  static String header(HttpResponse<String> response, String name) {
    return String.join(", ", response.headers().allValues(name));
  }

  @Override
  public void close() {
    fuseki.stop();
    index.close();
    dataset.close();
  }
}
