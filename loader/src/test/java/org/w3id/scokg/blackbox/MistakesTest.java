package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mistake a curator can make in a project, and all that is said about it. A case in {@code
 * mistakes/} holds the changed files, the names of deleted ones, and the whole of standard error.
 * With {@code -Dscokg.accept=true} what is said becomes what is expected, to be read before it is
 * committed.
 */
class MistakesTest {

  private static final Path CASES = Path.of("src/test/resources/mistakes");

  static Stream<String> cases() throws IOException {
    try (Stream<Path> list = Files.list(CASES)) {
      return list.map(p -> p.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isToldWithPlaceReasonAndRemedy(String name, @TempDir Path temp) throws IOException {
    Path mistake = CASES.resolve(name);
    Path project = ExampleProject.copyTo(temp.resolve("p"));
    for (String deleted : lines(mistake.resolve("deleted.txt"))) {
      ExampleProject.delete(project.resolve(deleted));
    }
    if (Files.isDirectory(mistake.resolve("change"))) {
      ExampleProject.copy(mistake.resolve("change"), project);
    }
    List<String> arguments = new ArrayList<>(List.of("check", "--project", project.toString()));
    lines(mistake.resolve("arguments.txt"))
        .forEach(a -> arguments.add(a.replace("{project}", project.toString())));

    Cli run = Cli.run(arguments);

    String said = run.err().replace(project + "/", "").replace(project.toString(), "PROJECT");
    Path expected = mistake.resolve("expected.txt");
    if (Boolean.getBoolean("scokg.accept")) {
      Files.writeString(expected, said);
    }
    assertThat(said).isEqualTo(Files.readString(expected)).isNotEmpty();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
