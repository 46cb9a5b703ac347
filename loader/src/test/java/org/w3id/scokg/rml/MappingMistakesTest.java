package org.w3id.scokg.rml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;

/**
 * Mappings with one mistake each, and all that is said about it. With {@code -Dscokg.accept=true}
 * what is said becomes what is expected, to be read before it is committed.
 */
class MappingMistakesTest {

  private static final Path CASES = Path.of("src/test/resources/mapping-mistakes");

  static Stream<String> cases() throws IOException {
    try (Stream<Path> list = Files.list(CASES)) {
      return list
          .map(p -> p.getFileName().toString())
          .filter(name -> name.endsWith(".ttl"))
          .map(name -> name.replace(".ttl", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isToldWithPlaceReasonAndRemedy(String name) throws IOException {
    Diagnostics problems = new Diagnostics();
    List<Diagnostic> told;
    try {
      Mapping.read(List.of(CASES.resolve(name + ".ttl")), MappingOptions.in(CASES))
          .run(new AbstractRDFHandler() {}, RecordListener.NONE, problems);
      told = problems.list();
    } catch (InputException e) {
      told = e.diagnostics();
    }

    String said = told.stream().map(d -> d + "\n").collect(Collectors.joining());
    Path expected = CASES.resolve(name + ".txt");
    if (Boolean.getBoolean("scokg.accept")) {
      Files.writeString(expected, said);
    }
    assertThat(said).isEqualTo(Files.readString(expected)).isNotEmpty();
  }
}
