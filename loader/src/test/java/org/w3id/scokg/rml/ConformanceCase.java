package org.w3id.scokg.rml;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;

/**
 * A conformance case: a folder with a mapping, its sources, and the quads that they must give.
 *
 * @param folder its folder, named like the case
 * @param title what the suite says that it tests
 * @param isError whether an error must be told
 */
record ConformanceCase(Path folder, String title, boolean isError) {

  private static final Path SUITES = Path.of("../../shared/conformance");

  /** What a mapping gave: quads, and what was told. */
  private record Outcome(Model quads, List<Diagnostic> told) {}

  static Path suite(String name) {
    return SUITES.resolve(name);
  }

  /**
   * The cases of a suite, in the order of their names.
   *
   * @param suite the folder that holds their folders
   * @param idColumn the column of its metadata that names the case
   * @param errorColumn the column that says whether an error is expected
   */
  static Stream<ConformanceCase> all(Path suite, String idColumn, String errorColumn)
      throws IOException {
    Map<String, NamedCsvRecord> metadata = new HashMap<>();
    try (Reader reader = Files.newBufferedReader(suite.resolve("metadata.csv"));
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
      csv.forEach(row -> metadata.put(row.getField(idColumn), row));
    }
    try (Stream<Path> list = Files.list(suite)) {
      return list.filter(Files::isDirectory).sorted().toList().stream()
          .map(folder -> of(folder, metadata.get(folder.getFileName().toString()), errorColumn));
    }
  }

  private static ConformanceCase of(
      Path folder, @Nullable NamedCsvRecord metadata, String errorColumn) {
    return metadata == null
        ? new ConformanceCase(folder, "", !Files.exists(folder.resolve("output.nq")))
        : new ConformanceCase(
            folder,
            metadata.getField("title"),
            Boolean.parseBoolean(metadata.getField(errorColumn)));
  }

  /** Runs the case, and compares what it gives with what it must give. */
  void check(String baseIri) throws IOException {
    Outcome outcome = run(baseIri);
    if (isError) {
      assertThat(outcome.told).anyMatch(this::hasPlace);
    } else {
      assertThat(outcome.told).filteredOn(d -> !title.contains("data error")).isEmpty();
      check(outcome.quads);
    }
  }

  /** Runs a case that gives the quads that it must, and of which something is told besides. */
  void checkWhereSomethingIsTold(String baseIri) throws IOException {
    Outcome outcome = run(baseIri);
    assertThat(outcome.told).anyMatch(this::hasPlace);
    check(outcome.quads);
  }

  private void check(Model quads) throws IOException {
    Model expected = expected();
    assertThat(Models.isomorphic(quads, expected))
        .as("expected%n%s%nbut was%n%s", expected, quads)
        .isTrue();
  }

  private Outcome run(String baseIri) {
    Model quads = new LinkedHashModel();
    Diagnostics problems = new Diagnostics();
    MappingOptions options = MappingOptions.in(folder).withBaseIri(Optional.of(baseIri));
    try {
      Mapping.read(List.of(folder.resolve("mapping.ttl")), options)
          .run(new StatementCollector(quads), RecordListener.NONE, problems);
    } catch (InputException e) {
      e.diagnostics().forEach(problems);
    }
    return new Outcome(quads, problems.list());
  }

  private boolean hasPlace(Diagnostic diagnostic) {
    Path file = folder.resolve(diagnostic.location().file());
    try {
      return Files.isRegularFile(file)
          && diagnostic.location().line().isPresent()
          && diagnostic.location().line().getAsInt() <= Files.readAllLines(file).size();
    } catch (IOException e) {
      return false;
    }
  }

  private Model expected() throws IOException {
    Model expected = new LinkedHashModel();
    RDFParser parser = Rio.createParser(RDFFormat.NQUADS);
    parser.set(BasicParserSettings.VERIFY_URI_SYNTAX, false);
    parser.setRDFHandler(new StatementCollector(expected));
    try (Reader reader = Files.newBufferedReader(folder.resolve("output.nq"))) {
      parser.parse(reader, "");
    }
    return expected;
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
