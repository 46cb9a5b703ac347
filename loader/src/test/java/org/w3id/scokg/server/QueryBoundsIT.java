package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a query costs, it ends in time, and is never answered in part. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryBoundsIT {

  /** A row of a that no b follows, in which a pattern can go back and forth for ages. */
  private static final String ROW_OF_A = "a".repeat(40);

  /** The number of ways to part the row grows with each of these, beyond what can be tried. */
  private static final String BOMB = "(a*)".repeat(14) + "b";

  private SparqlServer server;
  private URI endpoint;

  @BeforeAll
  void serve(@TempDir Path folder) {
    TestProject project = TestProject.in(folder);
    project.build("net", Net.trig(2_000));
    project.publish("net");
    project.configure(
        TestProject.shipped()
            .replace("\"10000,30000\"", "\"20000,30000\"")
            .replace(
                "ja:cxtValue \"\" ]",
                """
                ja:cxtValue "" ] ;
                    ja:context [ ja:cxtName "scokg:megabytesPerQuery" ; ja:cxtValue "8" ] ;
                    ja:context [ ja:cxtName "scokg:rowsPerAnswer" ; ja:cxtValue "10000" ] ;
                    ja:context [ ja:cxtName "scokg:megabytesPerAnswer" ; ja:cxtValue "4" ] ;
                    ja:context [ ja:cxtName "scokg:charactersPerText" ; ja:cxtValue "100000" ]
                """
                    .strip()));
    server = project.serve();
    endpoint = server.endpoints().get(0);
  }

  @AfterAll
  void close() {
    server.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
        "SELECT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?a), STR(?d), STR(?g))) > 999) }",
        "SELECT (COUNT(*) AS ?n) { { ?a ?b ?c } { ?d ?e ?f } { ?g ?h ?i } }",
        "SELECT (MAX(?z) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i BIND(CONCAT(STR(?a), STR(?i)) AS ?z) }",
        "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?a), STR(?d), STR(?g))) > 999) }",
        "ASK { :n0 (:p|:q)/(:p|:q)/(:p|:q)/(:p|:q)/(:p|:q)/(:p|:q)/(:p|:q)/(:p|:q)/(:p|:q)/(:p|:q)/"
            + "(:p|:q)/(:p|:q)/(:p|:q)/(:p|:q)/(:p|:q)/(:p|:q)/(:p|:q)/(:p|:q)/(:p|:q)/(:p|:q) :nowhere }",
        "SELECT (COUNT(*) AS ?n) { ?s (:p|:q){25} ?o }",
        "SELECT (COUNT(*) AS ?n) { ?s ((:p/:q)|(:q/:p)|:p|:q)* ?o . ?o (:p|:q)* ?x . ?x (:p|:q)* ?y }",
        "SELECT (COUNT(*) AS ?n) { ?s !(:none)* ?o . ?o !(:none)* ?x . ?x !(:none)* ?y }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?a (:p|:q)* ?b . ?b (:p|:q)* ?c FILTER(?c = ?p) } }",
        "ASK { FILTER REGEX('ROW', 'BOMB') }",
        "ASK { BIND('ROW' AS ?t) FILTER REGEX(?t, 'BOMB') }",
        "SELECT (REPLACE('ROW', 'BOMB', 'x') AS ?t) {}",
        "SELECT * { ?s :p ?o } ORDER BY (REGEX('ROW', CONCAT('BOMB', STR(?o))))",
        "SELECT (SUM(IF(REGEX('ROW', 'BOMB'), 1, 0)) AS ?n) { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?p ?o FILTER REGEX('ROW', 'BOMB') } }",
        "SELECT (<http://www.w3.org/2005/xpath-functions#matches>('ROW', 'BOMB') AS ?t) {}",
        "SELECT (<http://www.w3.org/ns/sparql#regex>('ROW', 'BOMB') AS ?t) {}",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (REGEX('ROW', 'BOMB'))",
        "DESCRIBE ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?a), STR(?d), STR(?g))) > 999) }",
        "CONSTRUCT { ?a ?b ?c } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?a), STR(?d), STR(?g))) > 999) }",
      })
  void aQueryWithoutEndIsStopped(String query) {
    Instant start = Instant.now();
    HttpResponse<String> answer = ask(query, "&timeout=1");

    assertThat(answer.body()).contains("\"urn:scokg:problem:time\"");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
  }

  @ParameterizedTest(name = "{1} by {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "memory|SELECT * { { ?a ?b ?c } { ?d ?e ?f } } ORDER BY ?f ?a",
        "memory|SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?a ?f { ?a ?b ?c . ?d ?e ?f } }",
        "memory|SELECT ?a ?f (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?f",
        "memory|SELECT ?a ?f { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?f",
        "memory|SELECT (COUNT(DISTINCT *) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
        "memory|SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?f))) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
        "memory|SELECT (GROUP_CONCAT(?a) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
        "memory|SELECT * { ?x ?y ?z MINUS { ?a ?b ?c . ?d ?e ?f . ?x :p ?z } }",
        "memory|SELECT * { { ?a ?b ?c . ?d ?e ?f } { SELECT ?f { ?f ?h ?i } LIMIT 7 } }",
        "memory|SELECT * { ?s ?p ?o FILTER EXISTS { SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a } }",
        "memory|SELECT (MEDIAN(?x) AS ?n) { ?a ?b ?c . ?d ?e ?f . BIND(STRLEN(STR(?a)) AS ?x) }",
        "rows|CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }",
        "rows|SELECT ?a { ?a ?b ?c . ?d ?e ?f }",
        "bytes|SELECT ?a ?b ?c ?d ?e ?f ('LONG' AS ?l) { ?a ?b ?c . ?d ?e ?f }",
        "text|SELECT ?l { BIND('0123456789' AS ?a) DOUBLINGS }",
        "text|SELECT (REPLACE(REPLACE(REPLACE('0123456789', '.', '0123456789'), '.', '0123456789'), '.', 'LONG') AS ?l) {}",
        "text|SELECT (ENCODE_FOR_URI(REPLACE(REPLACE('0123456789', '.', 'LONG'), '.', '%%%%')) AS ?l) {}",
        "text|SELECT (<http://www.w3.org/2005/xpath-functions#concat>(REPLACE('0123456789', '.', '%1$s'), '%1$s') AS ?l) {}",
        "text|SELECT ?l { BIND(99999999999999999999 AS ?a) SQUARES }",
        "depth|ASK { :l0 :then* ?o }",
      })
  void aQueryIsStoppedByTheBoundItComesTo(String bound, String query) {
    HttpResponse<String> answer =
        ask(
            query
                .replace("LONG", "0123456789".repeat(100))
                .replace("%1$s", "0123456789".repeat(1_500))
                .replace("DOUBLINGS", chain("CONCAT(?%1$s, ?%1$s)"))
                .replace("SQUARES", chain("?%1$s * ?%1$s")));

    assertThat(answer.body()).contains("\"urn:scokg:problem:" + bound + "\"");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(Http.type(answer)).startsWith("application/problem+json");
  }

  /** Thirty steps, each of which is made of the one before. */
  private static String chain(String step) {
    StringBuilder steps = new StringBuilder();
    String last = "a";
    for (int i = 0; i < 30; i++) {
      String next = i == 29 ? "l" : "a" + i;
      steps.append("BIND(%s AS ?%s) ".formatted(step.formatted(last), next));
      last = next;
    }
    return steps.toString();
  }

  @Test
  void saysWhichBoundItWasAndWhatSetsIt() {
    assertThat(ask("SELECT ?a { ?a ?b ?c . ?d ?e ?f }").body())
        .isEqualTo(
            "{ \"type\" : \"urn:scokg:problem:rows\" , \"title\" : \"The answer has too many rows.\" ,"
                + " \"status\" : 503 , \"detail\" : \"The answer has too many rows. Ask for less at once;"
                + " the server's bound is scokg:rowsPerAnswer.\" }\n");
  }

  @Test
  void saysItInALineToWhomeverTakesNoJson() {
    HttpResponse<String> answer =
        Http.get(endpoint, "SELECT ?a { ?a ?b ?c . ?d ?e ?f }", "text/csv");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(Http.type(answer)).isEqualTo("text/plain;charset=utf-8");
    assertThat(answer.body())
        .isEqualTo(
            "The answer has too many rows."
                + " Ask for less at once; the server's bound is scokg:rowsPerAnswer.\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(?p != :then) }|6000",
        "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s :p ?o }|2000",
        "SELECT (COUNT(*) AS ?n) { ?s :p* ?o FILTER(?s = :n1999) }|12",
        "SELECT (COUNT(*) AS ?n) { SELECT ?s { ?s :p ?o } ORDER BY ?o }|2000",
        "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s { ?s :q ?o } }|2000",
        "SELECT (REPLACE('abcabc', '(b)', '[$1]') AS ?n) {}|a[b]ca[b]c",
        "SELECT (REPLACE('ABC', 'b', 'x', 'i') AS ?n) {}|AxC",
        "SELECT (REGEX('abc', '^A', 'i') AS ?n) {}|true",
        "SELECT (STR(CONCAT('a'@en, 'b'@en)) AS ?n) {}|ab",
        "SELECT (12345678901234567890 * 2 AS ?n) {}|24691357802469135780",
        "SELECT (ENCODE_FOR_URI('a b') AS ?n) {}|a%20b",
        "SELECT (GROUP_CONCAT(DISTINCT ?x; separator='-') AS ?n) { VALUES ?x { 1 1 2 } }|1-2",
        "SELECT (SUM(DISTINCT ?x) AS ?n) { VALUES ?x { 1 1 2 } }|3",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(?p != :then) MINUS { ?s :p ?o } }|3999",
      })
  void whatCostsLittleIsAnsweredAsEver(String query, String value) {
    HttpResponse<String> answer = Http.get(endpoint, prefixed(query), "text/csv");

    assertThat(answer.body()).isEqualTo("n\r\n" + value + "\r\n");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "java:java.lang.Thread",
        "java:org.w3id.scokg.server.Trap",
        "http://jena.apache.org/ARQ/function#wait",
        "http://jena.apache.org/ARQ/function#print",
        "http://jena.apache.org/ARQ/function#eval",
        "http://jena.apache.org/ARQ/function#context",
        "http://jena.apache.org/ARQ/function#sprintf",
        "http://jena.apache.org/ARQ/js#eval",
        "http://www.dotnetrdf.org/leviathan#factorial",
      })
  void noCodeIsLoadedBecauseAQueryNamesIt(String name) {
    String call = "SELECT (<%s>(9999) AS ?n) {}".formatted(name);
    String dynamic = "SELECT (CALL(<%s>, 9999) AS ?n) {}".formatted(name);
    String property = "SELECT * { 'a' <%s> ?n }".formatted(name);

    assertThat(Http.get(endpoint, call, "text/csv").body()).isEqualTo("n\r\n\r\n");
    assertThat(Http.get(endpoint, dynamic, "text/csv").body()).isEqualTo("n\r\n\r\n");
    assertThat(Http.get(endpoint, property, "text/csv").body()).isEqualTo("n\r\n");
  }

  @Test
  void aQueryThatNestsTooDeeplyIsWrong() {
    HttpResponse<String> answer =
        Http.post(
            endpoint, "application/sparql-query", "ASK " + "{".repeat(50_000) + "}".repeat(50_000));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("The query nests too deeply.");
  }

  private HttpResponse<String> ask(String query) {
    return ask(query, "");
  }

  private HttpResponse<String> ask(String query, String parameters) {
    return Http.post(
        endpoint,
        "application/x-www-form-urlencoded",
        "query="
            + Http.encode(prefixed(query.replace("ROW", ROW_OF_A).replace("BOMB", BOMB)))
            + parameters);
  }

  private static String prefixed(String query) {
    return "PREFIX : <https://example.org/> " + query;
  }
}
