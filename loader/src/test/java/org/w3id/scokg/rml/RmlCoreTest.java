package org.w3id.scokg.rml;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The conformance cases of RML-Core, which are not part of the project: they are read where at
 * hand.
 */
class RmlCoreTest {

  private static final Path SUITE = ConformanceCase.suite("rml-core");

  @BeforeAll
  static void find() {
    assumeTrue(Files.isDirectory(SUITE), "the cases of RML-Core are not at hand");
  }

  static Stream<ConformanceCase> cases() throws IOException {
    return ConformanceCase.all(SUITE, "ID", "error");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void conforms(ConformanceCase example) throws IOException {
    example.check("http://example.com/");
  }
}
