package org.w3id.scokg.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Test;

/**
 * What a mapping set gives to the graph: links, who made them, and how many lead where. Nothing in
 * it names what was refused or not found.
 */
class MappingSetTest {

  private static final Path FILES = Path.of("src/test/resources/links");

  @Test
  void givesLinksTheirRecordsAndLinksets() throws IOException {
    MappingSet set = Sssom.read(FILES.resolve("orchards.sssom.tsv"), "orchards.sssom.tsv");

    String given = statements(set);

    Path expected = FILES.resolve("expected.nq");
    if (Boolean.getBoolean("scokg.accept")) {
      Files.writeString(expected, given);
    }
    assertThat(given).isEqualTo(Files.readString(expected));
    assertThat(given).doesNotContain("id/d>", "id/e>", "NoTermFound");
  }

  @Test
  void recordsKeepTheirNamesWhenRowsMove() throws IOException {
    Path file = FILES.resolve("orchards.sssom.tsv");
    List<String> lines = Files.readAllLines(file);
    Path moved = Files.createTempFile("links", ".sssom.tsv");
    lines.add(lines.remove(lines.size() - 5));
    Files.write(moved, lines);

    assertThat(statements(Sssom.read(moved, "moved")))
        .isEqualTo(statements(Sssom.read(file, "file")));
    Files.delete(moved);
  }

  private static String statements(MappingSet set) {
    StringWriter text = new StringWriter();
    RDFWriter writer = Rio.createWriter(RDFFormat.NQUADS, text);
    writer.startRDF();
    set.emit(writer, graph("links"));
    set.describe(writer, graph("mappings"));
    set.describeLinksets(writer, Values.iri("https://example.org/dataset"), graph("dataset"));
    writer.endRDF();
    return text.toString().lines().sorted().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static IRI graph(String name) {
    return Values.iri("https://example.org/graph/" + name);
  }
}
