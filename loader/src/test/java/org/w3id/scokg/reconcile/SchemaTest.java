package org.w3id.scokg.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer is what the API's JSON Schemas say, and the schemas' own examples are read so. */
class SchemaTest {

  /** Examples that say how a service is described, and those that are HTML, have no schema. */
  private static final Set<String> WITHOUT_SCHEMA =
      Set.of(
          "data-extension-metadata",
          "flyout-response",
          "preview-metadata",
          "preview-response",
          "reconciliation-candidate",
          "security-scheme",
          "suggest-metadata");

  private static Schemas schemas;
  private static ReconciliationServer server;

  @BeforeAll
  static void start() {
    assumeTrue(Schemas.areAtHand(), "the schemas of the Reconciliation API are not at hand");
    schemas = Schemas.read();
    server = ReconciliationServer.ofTowns();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static Stream<Path> examples(String kind) throws IOException {
    if (!Schemas.areAtHand()) {
      return Stream.of(Path.of("absent"));
    }
    try (Stream<Path> files = Files.walk(Schemas.SUITE.resolve("examples"))) {
      return files
          .filter(file -> file.toString().contains("/" + kind + "/"))
          .filter(Files::isRegularFile)
          .filter(file -> !WITHOUT_SCHEMA.contains(schema(file)))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static String schema(Path example) {
    return String.valueOf(example.getName(example.getNameCount() - 3));
  }

  static Stream<Path> validExamples() throws IOException {
    return examples("valid");
  }

  static Stream<Path> invalidExamples() throws IOException {
    return examples("invalid");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("validExamples")
  void aValidExampleIsValid(Path example) throws IOException {
    assertThat(schemas.problems(schema(example), Files.readString(example))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invalidExamples")
  void anInvalidExampleIsNot(Path example) throws IOException {
    assertThat(schemas.problems(schema(example), Files.readString(example))).isNotEmpty();
  }

  static Stream<Path> validBatches() throws IOException {
    return examples("reconciliation-query-batch/valid");
  }

  static Stream<Path> invalidBatches() throws IOException {
    return examples("reconciliation-query-batch/invalid");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("validBatches")
  void aValidBatchOfQueriesIsAnswered(Path example) throws IOException {
    var answer = server.post("queries", Files.readString(example));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(schemas.problems("reconciliation-result-batch", answer.body())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invalidBatches")
  void anInvalidBatchOfQueriesIsRefused(Path example) throws IOException {
    assertThat(server.post("queries", Files.readString(example)).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest(name = "{0} is a {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                    | manifest
          /properties                           | data-extension-property-proposal
          /properties?type=Town&limit=3         | data-extension-property-proposal
          /properties?type=Nothing              | data-extension-property-proposal
          /suggest/entity?prefix=br             | suggest-entities-response
          /suggest/entity?prefix=%D0%B1%D1%80   | suggest-entities-response
          /suggest/entity?prefix=xyzzy          | suggest-entities-response
          /suggest/type?prefix=to               | suggest-types-response
          /suggest/property?prefix=co           | suggest-properties-response
          """)
  void anAnswerIsValid(String path, String schema) {
    var answer = server.get(path == null ? "" : path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(schemas.problems(schema, answer.body())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"q0":{"query":"Nowy Brod"}}
          {"q0":{"query":"nothing of that kind"}}
          {"q0":{"query":""}}
          {"q0":{"query":"Bród","type":"Town","type_strict":"should","limit":3,"properties":[{"pid":"code","v":"NB-01"}]}}
          {}
          """)
  void anAnswerToABatchIsValid(String batch) {
    assertThat(schemas.problems("reconciliation-query-batch", batch)).isEmpty();
    assertThat(
            schemas.problems("reconciliation-result-batch", server.post("queries", batch).body()))
        .isEmpty();
  }

  @Test
  void anAnswerToADataExtensionIsValid() {
    String query =
        """
        {"ids":["nowy-brod","stary-brod","nobody","hostile"],
         "properties":[{"id":"code"},{"id":"founded"},{"id":"people"},{"id":"area"},{"id":"liesOn"},
           {"id":"where"},{"id":"skos:prefLabel","settings":{"language":"ru","limit":1}},{"id":"rdf:type"}]}
        """;

    assertThat(schemas.problems("data-extension-query", query)).isEmpty();
    assertThat(schemas.problems("data-extension-response", server.post("extend", query).body()))
        .isEmpty();
  }
}
