package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.junit.jupiter.api.Test;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.rml.Mapping;
import org.w3id.scokg.rml.MappingOptions;
import org.w3id.scokg.rml.MappingSummary;
import org.w3id.scokg.rml.RecordListener;

/** The example of docs/map.md, compiled and run. */
class MappingExampleTest {

  @Test
  void runsAMappingInAnotherProgram() {
    Path folder = Path.of("src/test/resources/golden/joins");

    // docs/map.md
    Mapping mapping =
        Mapping.read(List.of(folder.resolve("mapping.ttl")), MappingOptions.in(folder));
    Diagnostics problems = new Diagnostics();
    Model model = new LinkedHashModel();

    MappingSummary summary =
        mapping.run(new StatementCollector(model), RecordListener.NONE, problems);

    problems.throwIfAny();
    // end

    // The same statement made twice is one in a model.
    assertThat(model).hasSize(7);
    assertThat(summary).isEqualTo(new MappingSummary(6, 0, 9));
  }

  @Test
  void isWhatThePageShows() throws IOException {
    String page = Files.readString(Path.of("../docs/map.md"));
    String code =
        Files.readString(Path.of("src/test/java/org/w3id/scokg/blackbox/MappingExampleTest.java"));

    assertThat(words(between(page, "```java\n", "```")))
        .isEqualTo(words(between(code, "// docs/map.md\n", "// end")));
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }

  /** A text without its line breaks, which the page and the code have at other places. */
  private static String words(String text) {
    return text.replaceAll("\\s+", " ").replace("= ", "=").strip();
  }
}
