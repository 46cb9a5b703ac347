package org.w3id.scokg.rml;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The conformance cases of RML's first vocabulary, which are not part of the project: they are read
 * where at hand.
 */
class RmlLegacyTest {

  private static final Path SUITE = ConformanceCase.suite("rml-legacy");

  private static final String BASE = "http://example.com/base/";

  /**
   * The cases that expect no quads and, by their metadata, no error either: nothing is made of
   * them, and why is told. The first has no source and an iterator that is no JSONPath; the others
   * give a term map where a constant belongs, and say in their titles that this is an error.
   */
  private static final Set<String> TOLD =
      Set.of("RMLTC0002g-JSON", "RMLTC0007h-CSV", "RMLTC0007h-JSON", "RMLTC0007h-XML");

  @BeforeAll
  static void find() {
    assumeTrue(Files.isDirectory(SUITE), "the cases of RML's first vocabulary are not at hand");
  }

  static Stream<ConformanceCase> cases() throws IOException {
    return ConformanceCase.all(SUITE, "RML id", "error expected?");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void conforms(ConformanceCase example) throws IOException {
    if (TOLD.contains(example.toString())) {
      example.checkWhereSomethingIsTold(BASE);
    } else {
      example.check(BASE);
    }
  }
}
