package org.w3id.scokg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the loader makes answers as what Jena's loader makes. */
class BulkLoaderTest {

  private static final Path CONFORMANCE = Path.of("../../shared/conformance");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 254, 255, 256, 400, 5000, 40_000})
  void answersEveryPatternAsAStockDatabaseDoes(int size) {
    compare(size, LoadOptions.usual());
  }

  /** So little that there are several tables of terms, and several runs to be merged. */
  @ParameterizedTest
  @ValueSource(ints = {1000, 40_000})
  void answersSoTooWhereItHadNextToNoMemory(int size) {
    compare(size, LoadOptions.usual().withMemory(1));
  }

  /** As if each quad had been given to a stock database as a triple, too. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 5000, 40_000})
  void answersAsADatabaseWhoseDefaultGraphWasGivenTheOthersToo(int size) {
    compare(size, LoadOptions.usual().withUnion(true));
  }

  @Test
  void answersSoToWhomHadNextToNoMemoryForTheUnion() {
    compare(30_000, LoadOptions.usual().withUnion(true).withMemory(1));
  }

  private void compare(int size, LoadOptions options) {
    compare(new RandomQuads(size).list(size), size, options);
  }

  private static List<Quad> given(List<Quad> quads, boolean union) {
    List<Quad> given = new ArrayList<>(quads);
    if (union) {
      quads.forEach(quad -> given.add(new Quad(Quad.defaultGraphIRI, quad.asTriple())));
    }
    return given;
  }

  private void compare(List<Quad> quads, long seed, LoadOptions options) {
    Comparison.load(quads, folder.resolve("ours"), options);
    List<Quad> given = given(quads, options.union());
    DatasetGraph stock = Comparison.stock(given, folder.resolve("stock"));
    DatasetGraph ours = Comparison.open(folder.resolve("ours"));
    try {
      Comparison.assertSound(ours);
      if (!quads.isEmpty()) {
        Comparison.assertSameAnswers(ours, stock, given, seed);
      }
    } finally {
      Comparison.close(ours);
      Comparison.close(stock);
    }
    assertThat(folder.resolve("ours/unfinished")).doesNotExist();
  }

  /** Jena's own loader does not: it makes another number of an integer of more than 64 bits. */
  @Test
  void keepsNumbersThatAreTooLargeToBeIds() {
    List<Quad> quads = RandomQuads.withLargeNumbers();
    Comparison.load(quads, folder.resolve("ours"), LoadOptions.usual());
    DatasetGraph ours = Comparison.open(folder.resolve("ours"));
    try {
      Txn.executeRead(
          ours,
          () -> {
            assertThat(Iter.toList(ours.find()))
                .containsExactlyInAnyOrderElementsOf(
                    quads.stream().map(Comparison::kept).distinct().toList());
            quads.forEach(quad -> assertThat(ours.contains(quad)).as("%s", quad).isTrue());
          });
    } finally {
      Comparison.close(ours);
    }
  }

  @Test
  void loadsPublicDataAsAStockDatabaseDoes() throws IOException {
    List<Quad> quads = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(CONFORMANCE)) {
      for (Path file : walk.filter(p -> p.endsWith("output.nq")).sorted().toList()) {
        try {
          RDFParser.source(file)
              .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
              .toDatasetGraph()
              .find()
              .forEachRemaining(quads::add);
        } catch (RiotException e) {
          // Some are meant to hold what is no RDF; there are enough others.
          assertThat(file).exists();
        }
      }
    }
    assertThat(quads).hasSizeGreaterThan(200);
    compare(quads, 7, LoadOptions.usual());
  }

  /** Whatever the memory, the same statements make the same files. */
  @Test
  void makesTheSameFilesWithNextToNoMemory() throws IOException {
    List<Quad> quads = new RandomQuads(12).list(30_000);
    Comparison.load(quads, folder.resolve("much"), LoadOptions.usual());
    Comparison.load(quads, folder.resolve("again"), LoadOptions.usual());
    for (String name :
        List.of("GSPO.dat", "POSG.dat", "POSG.idn", "SPO.dat", "nodes.dat", "stats.opt")) {
      assertThat(folder.resolve("again/Data-0001").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("much/Data-0001").resolve(name));
    }
    // Terms that are met in several tables are written several times, so that ids differ.
    LoadReport little =
        Comparison.load(quads, folder.resolve("little"), LoadOptions.usual().withMemory(1));
    assertThat(little.quads() + little.triples()).isEqualTo(new HashSet<>(kept(quads)).size());
    assertThat(folder.resolve("little/Data-0001/stats.opt"))
        .hasSameTextualContentAs(folder.resolve("much/Data-0001/stats.opt"));
  }

  private static List<Quad> kept(List<Quad> quads) {
    return quads.stream().map(Comparison::kept).toList();
  }

  @Test
  void countsWhatItHasLoaded() {
    Node type = RDF.type.asNode();
    Node graph = NodeFactory.createURI("urn:x:g");
    Node other = NodeFactory.createURI("urn:x:h");
    Node a = NodeFactory.createURI("urn:x:a");
    Node b = NodeFactory.createURI("urn:x:b");
    LoadReport report =
        Comparison.load(
            List.of(
                new Quad(graph, a, type, b),
                new Quad(graph, a, type, b),
                new Quad(other, a, type, b),
                new Quad(graph, b, type, b),
                new Quad(graph, a, b, a)),
            folder.resolve("ours"),
            LoadOptions.usual());
    assertThat(report)
        .isEqualTo(
            new LoadReport(
                5,
                4,
                0,
                2,
                List.of(new LoadReport.Count("urn:x:g", 3), new LoadReport.Count("urn:x:h", 1)),
                List.of(
                    new LoadReport.Count(type.getURI(), 2), new LoadReport.Count("urn:x:b", 1))));
    assertThat(folder.resolve("ours/Data-0001/stats.opt"))
        .content()
        .contains("(count 3)")
        .contains("(<urn:x:b> 1)");
  }

  @Test
  void countsATripleOfTwoGraphsOnceInTheDefaultGraph() {
    Node graph = NodeFactory.createURI("urn:x:g");
    Node other = NodeFactory.createURI("urn:x:h");
    Node a = NodeFactory.createURI("urn:x:a");
    LoadReport report =
        Comparison.load(
            List.of(
                new Quad(graph, a, a, a),
                new Quad(other, a, a, a),
                new Quad(Quad.defaultGraphIRI, a, a, a),
                new Quad(Quad.defaultGraphIRI, a, a, graph)),
            folder.resolve("ours"),
            LoadOptions.usual().withUnion(true));
    assertThat(report.statements()).isEqualTo(4);
    assertThat(report.quads()).isEqualTo(2);
    assertThat(report.triples()).isEqualTo(2);
    assertThat(report.predicates()).containsExactly(new LoadReport.Count("urn:x:a", 2));
  }

  @Test
  void saysOfADatabaseThatItsDefaultGraphIsTheUnion() {
    List<Quad> quads = new RandomQuads(5).list(1000);
    Comparison.load(quads, folder.resolve("union"), LoadOptions.usual().withUnion(true));
    Comparison.load(quads, folder.resolve("graphs"), LoadOptions.usual());
    assertThat(UnionLayout.isOf(folder.resolve("union"))).isTrue();
    assertThat(UnionLayout.isOf(folder.resolve("graphs"))).isFalse();
  }

  @Test
  void keepsPrefixesAndATermOfTenMegabytes() {
    Node text = NodeFactory.createLiteralString("é".repeat(5_000_000));
    Node name = NodeFactory.createURI("urn:x:name");
    Quad quad = new Quad(name, name, name, text);
    Comparison.load(
        List.of(quad),
        folder.resolve("ours"),
        LoadOptions.usual().withPrefixes(Map.of("x", "urn:x:")));
    DatasetGraph ours = Comparison.open(folder.resolve("ours"));
    try {
      Txn.executeRead(
          ours,
          () -> {
            assertThat(Iter.toList(ours.find())).containsExactly(quad);
            assertThat(ours.prefixes().getMapping()).containsExactly(Map.entry("x", "urn:x:"));
          });
    } finally {
      Comparison.close(ours);
    }
  }

  @Test
  void loadsAMillionGraphs() {
    assumeThat(Boolean.getBoolean("scokg.long")).as("long tests are asked for").isTrue();
    Node term = NodeFactory.createURI("urn:x:term");
    LoadReport report;
    try (BulkLoader loader = BulkLoader.into(folder.resolve("ours"), LoadOptions.usual())) {
      for (int i = 0; i < 1_000_000; i++) {
        loader.add(new Quad(NodeFactory.createURI("urn:x:graph/" + i), term, term, term));
      }
      report = loader.finish();
    }
    assertThat(report.graphs()).isEqualTo(1_000_000);
    DatasetGraph ours = Comparison.open(folder.resolve("ours"));
    try {
      Node graph = NodeFactory.createURI("urn:x:graph/654321");
      assertThat(Txn.calculateRead(ours, () -> ours.contains(graph, term, term, term))).isTrue();
      Comparison.assertSound(ours);
    } finally {
      Comparison.close(ours);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void stockJenaChangesCompactsAndBacksUpWhatItMade(boolean union) throws IOException {
    List<Quad> quads = new RandomQuads(3).list(5000);
    List<Quad> more = new RandomQuads(33).list(3000);
    LoadOptions options = LoadOptions.usual().withUnion(union);
    Comparison.load(quads, folder.resolve("ours"), options);
    DatasetGraph ours = Comparison.open(folder.resolve("ours"));
    DatasetGraph stock = Comparison.stock(given(quads, union), folder.resolve("stock"));
    try {
      for (DatasetGraph database : List.of(ours, stock)) {
        Txn.executeWrite(database, () -> quads.subList(0, 4000).forEach(database::delete));
        Txn.executeWrite(database, () -> more.forEach(database::add));
        Txn.executeWrite(database, () -> quads.subList(0, 2000).forEach(database::add));
      }
      Comparison.assertSound(ours);
      Comparison.assertSameAnswers(ours, stock, quads, 3);
      DatabaseMgr.compact(ours, true);
      Comparison.assertSound(ours);
      Comparison.assertSameAnswers(ours, stock, more, 33);
      String backup = DatabaseMgr.backup(ours);
      assertThat(RDFParser.source(backup).toDatasetGraph().stream().count())
          .isEqualTo(Txn.calculateRead(stock, () -> stock.stream().count()));
    } finally {
      Comparison.close(ours);
      Comparison.close(stock);
    }
  }

  @Test
  void makesNoDatabaseOfWhatIsNotFinished() {
    try (BulkLoader loader = BulkLoader.into(folder.resolve("ours"), LoadOptions.usual())) {
      new RandomQuads(1).list(5000).forEach(loader::add);
    }
    assertThat(folder.resolve("ours/Data-0001")).doesNotExist();
    assertThat(folder.resolve("ours/unfinished")).isNotEmptyDirectory();
  }
}
