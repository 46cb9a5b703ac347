package org.w3id.scokg.shipped;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.w3id.scokg.GraphBuild;
import org.w3id.scokg.Project;
import org.w3id.scokg.server.ReadOnlyDatabase;
import org.w3id.scokg.server.SparqlServer;

/** The graph of this project's own folders, built in a temporary directory and open for reading. */
final class ShippedGraph implements AutoCloseable {

  /** The project's folder, as seen from the module's. */
  static final Path PROJECT = Path.of("..");

  private static final List<String> FOLDERS = List.of("ontology", "facts", "mappings", "queries");

  private final Path directory;
  private final ReadOnlyDatabase database;

  private ShippedGraph(Path directory, ReadOnlyDatabase database) {
    this.directory = directory;
    this.database = database;
  }

  static ShippedGraph build() {
    try {
      Path directory = Files.createTempDirectory("shipped-graph");
      for (String folder : FOLDERS) {
        copy(PROJECT.resolve(folder), directory.resolve(folder));
      }
      Project project = Project.open(directory, directory);
      Path build = new GraphBuild(project, List.of(), step -> {}).build(true).directory();
      Path database = build.resolve("database");
      return new ShippedGraph(directory, ReadOnlyDatabase.open(database, project.name(database)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Serves a copy of the graph as {@code scokg serve} does, at a free port; to be closed by the
   * caller. A database is opened once by a process, so this one has its own.
   */
  SparqlServer serve() {
    Path project = directory.resolve("served");
    try {
      Files.createDirectories(project.resolve("builds"));
      copy(directory.resolve("builds/current").toRealPath(), project.resolve("builds/current"));
      copy(PROJECT.resolve("fuseki-config"), project.resolve("fuseki-config"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SparqlServer.start(
        project.resolve("fuseki-config/server.ttl"), project, SparqlServer.LOOPBACK, 0);
  }

  DatasetGraph dataset() {
    return database.dataset();
  }

  /** The answer as CSV or, if it is a graph, as sorted N-Triples; lines end with LF. */
  String answer(String query) {
    return answer(query, false);
  }

  /** The answer of a query that may ask other endpoints. */
  String answerWithService(String query) {
    return answer(query, true);
  }

  boolean ask(String query) {
    return ask(dataset(), query);
  }

  /** Whether a pattern is in a dataset, whose graphs are read together. */
  static boolean ask(DatasetGraph dataset, String query) {
    return Txn.calculateRead(
        dataset,
        () -> {
          try (QueryExec exec =
              QueryExec.dataset(dataset)
                  .query(query)
                  .set(TDB2.symUnionDefaultGraph, true)
                  .build()) {
            return exec.ask();
          }
        });
  }

  private String answer(String text, boolean service) {
    return answer(dataset(), text, service);
  }

  /** The answer of a dataset, whose graphs are read together. */
  static String answer(DatasetGraph dataset, String text, boolean service) {
    Query query = QueryFactory.create(text);
    return Txn.calculateRead(
        dataset,
        () -> {
          try (QueryExec exec =
              QueryExec.dataset(dataset)
                  .query(query)
                  .set(TDB2.symUnionDefaultGraph, true)
                  .set(ARQ.httpServiceAllowed, service)
                  .build()) {
            return query.isConstructType()
                ? triples(exec.construct())
                : rows(ResultSet.adapt(exec.select()));
          }
        });
  }

  private static String rows(ResultSet rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ResultSetMgr.write(bytes, rows, ResultSetLang.RS_CSV);
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static String triples(Graph graph) {
    StringWriter lines = new StringWriter();
    RDFDataMgr.write(lines, graph, Lang.NTRIPLES);
    return lines.toString().lines().sorted().map(line -> line + "\n").collect(Collectors.joining());
  }

  @Override
  public void close() throws IOException {
    database.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
