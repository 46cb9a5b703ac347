package org.w3id.scokg.rml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.rdf4j.rio.nquads.NQuadsWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.diagnostic.Diagnostics;

/** Sources and a mapping in, sorted N-Quads out, to the letter. */
class GoldenTest {

  private static final Path CASES = Path.of("src/test/resources/golden");

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "csvw",
        "graphs",
        "iris",
        "joins",
        "json",
        "legacy",
        "literals",
        "nulls",
        "templates",
        "terms",
        "xml"
      })
  void makesTheStatementsExpected(String name) throws IOException {
    Path folder = CASES.resolve(name);
    Mapping mapping =
        Mapping.read(List.of(folder.resolve("mapping.ttl")), MappingOptions.in(folder));
    StringWriter text = new StringWriter();
    NQuadsWriter writer = new NQuadsWriter(text);
    Diagnostics problems = new Diagnostics();

    writer.startRDF();
    mapping.run(writer, RecordListener.NONE, problems);
    writer.endRDF();

    assertThat(problems.list()).isEmpty();
    String sorted =
        Stream.of(text.toString().split("(?<=\n)")).sorted().collect(Collectors.joining());
    assertThat(sorted).isEqualTo(Files.readString(folder.resolve("expected.nq")));
  }
}
