package org.w3id.scokg.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The traps of the sources, such as slips of translation, numbers without a date and claims that
 * look like facts. Each {@code .rq} in {@code traps/} asks whether one is avoided; the {@code
 * .update.rq} beside it steps into it, and must be noticed.
 */
@ExtendWith(BuiltOnce.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrapsTest {

  private static final Path TRAPS = Path.of("src/test/resources/traps");

  private final ShippedGraph graph;

  /** A copy of the graph that may be changed. */
  private final DatasetGraph copy = DatabaseMgr.createDatasetGraph();

  TrapsTest(ShippedGraph graph) {
    this.graph = graph;
  }

  @BeforeAll
  void copyGraph() {
    Txn.executeWrite(
        copy,
        () ->
            Txn.executeRead(
                graph.dataset(), () -> graph.dataset().find().forEachRemaining(copy::add)));
  }

  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(TRAPS)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.endsWith(".update.rq"))
          .map(name -> name.replace(".rq", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void trapIsAvoided(String name) {
    assertThat(graph.ask(read(name + ".rq"))).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void steppingIntoTheTrapIsNoticed(String name) {
    String trap = read(name + ".rq");
    copy.begin(ReadWrite.WRITE);
    try {
      assertThat(ShippedGraph.ask(copy, trap)).isTrue();
      UpdateExec.dataset(copy).update(read(name + ".update.rq")).execute();
      assertThat(ShippedGraph.ask(copy, trap)).isFalse();
    } finally {
      copy.abort();
      copy.end();
    }
  }

  @Test
  void thereAreTwentyEightTraps() throws IOException {
    assertThat(names().map(name -> name.substring(0, 3)))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 28).mapToObj(n -> "T%02d".formatted(n)).toList());
  }

  @Test
  void firstExpansionHasTheDayOfTheDecisionAndTheDayOfTheFlags() {
    String query =
        """
        PREFIX id:  <https://w3id.org/sco-kg/id/>
        PREFIX sco: <https://w3id.org/sco-kg/ontology#>

        SELECT ?member_since ?flags_raised
        WHERE {
          id:membership-in sco:startDate ?member_since .
          id:event-flag-raising-2017 sco:startDate ?flags_raised .
        }
        """;
    assertThat(graph.answer(query)).isEqualTo("member_since,flags_raised\n2017-06-09,2017-06-15\n");
  }

  private static String read(String file) {
    try {
      return Files.readString(TRAPS.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
