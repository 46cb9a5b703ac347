package org.w3id.scokg.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.scokg.NamedQuery;
import org.w3id.scokg.Project;
import org.w3id.scokg.diagnostic.Diagnostic;

/** The questions in {@code queries/} have the answers in {@code queries/expected/}. */
@ExtendWith(BuiltOnce.class)
class NamedQueriesTest {

  private static final Path EXPECTED = ShippedGraph.PROJECT.resolve("queries/expected");

  private final ShippedGraph graph;

  NamedQueriesTest(ShippedGraph graph) {
    this.graph = graph;
  }

  private static List<NamedQuery> queries() {
    List<Diagnostic> problems = new ArrayList<>();
    Project project = Project.open(ShippedGraph.PROJECT, ShippedGraph.PROJECT);
    List<NamedQuery> queries = NamedQuery.all(project, problems::add);
    assertThat(problems).isEmpty();
    return queries;
  }

  /** All but those that ask another endpoint, whose answer is not ours to expect. */
  private static List<NamedQuery> answeredHere() {
    return queries().stream().filter(query -> !query.text().contains("SERVICE <")).toList();
  }

  private static String expectedFile(NamedQuery query) {
    return query.name() + (query.text().contains("CONSTRUCT {") ? ".nt" : ".csv");
  }

  static Stream<String> names() {
    return answeredHere().stream().map(NamedQuery::name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void isAnsweredAsExpected(String name) throws IOException {
    NamedQuery query = find(name);
    assertThat(graph.answer(query.text()))
        .isEqualTo(Files.readString(EXPECTED.resolve(expectedFile(query))));
  }

  @Test
  void everyQuestionHasOneExpectedAnswerAndEveryAnswerItsQuestion() throws IOException {
    try (Stream<Path> files = Files.list(EXPECTED)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrderElementsOf(
              answeredHere().stream().map(NamedQueriesTest::expectedFile).toList());
    }
  }

  @Test
  void noTwoQuestionsHaveTheSameTitle() {
    assertThat(queries()).extracting(NamedQuery::title).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{1} members on {0}")
  @CsvSource({
    "2001-06-14, 0",
    "2001-06-15, 6",
    "2017-06-08, 6",
    "2017-06-09, 8",
    "2021-06-15, 8",
    "2023-06-30, 8",
    "2023-07-01, 9",
    "2024-07-03, 9",
    "2024-07-04, 10",
  })
  void membersAreCountedByDatesOfAnyPrecision(String date, long members) {
    assertThat(membersOn(date)).hasSize((int) members);
  }

  @Test
  void membershipThatBeganInTheMonthOfTheDateIsNotSure() {
    assertThat(membersOn("2023-07-20"))
        .filteredOn(row -> !row.endsWith(",yes"))
        .containsExactly("2023-07-20,Iran,2023-07,began in this very period");
    assertThat(membersOn("2023-08-01")).allMatch(row -> row.endsWith(",yes"));
  }

  private List<String> membersOn(String date) {
    String text = find("members-on-date").text();
    String edited =
        text.replace("VALUES ?date { \"2017-06-12\"", "VALUES ?date { \"" + date + "\"");
    return graph.answer(edited).lines().skip(1).toList();
  }

  private static NamedQuery find(String name) {
    return queries().stream().filter(query -> query.name().equals(name)).findFirst().orElseThrow();
  }
}
