package org.w3id.scokg.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * A project folder with the configuration that ships and a small build.
 *
 * @param folder where it is
 */
record TestProject(Path folder) {

  /** Two graphs with one statement in common: three statements as quads, two as a union. */
  static final String DATA =
      """
      PREFIX ex: <https://example.org/>
      ex:g1 { ex:s ex:p "上海" , 1 }
      ex:g2 { ex:s ex:p 1 }
      """;

  /** A folder with a build in it, as a finished build leaves it. */
  static TestProject in(Path folder) {
    TestProject project = new TestProject(folder);
    project.build("first", DATA);
    project.publish("first");
    project.configure(shipped());
    return project;
  }

  /** The configuration that ships with the program. */
  static String shipped() {
    return text(Path.of("..", "fuseki-config", "server.ttl"));
  }

  /** The database of a build. */
  Path database(String build) {
    return folder.resolve("builds").resolve(build).resolve("database");
  }

  /** The directory that TDB2 keeps the build's files in. */
  Path storage(String build) {
    return database(build).resolve("Data-0001");
  }

  Path config() {
    return folder.resolve("fuseki-config").resolve("server.ttl");
  }

  void build(String build, String trig) {
    build(build, dataset -> RDFParser.fromString(trig, Lang.TRIG).parse(dataset));
  }

  void build(String build, Consumer<DatasetGraph> content) {
    JenaSystem.init();
    try {
      Files.createDirectories(database(build));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DatasetGraph dataset =
        DatabaseMgr.connectDatasetGraph(Location.create(database(build).toString()));
    Txn.executeWrite(dataset, () -> content.accept(dataset));
    TDBInternal.expel(dataset);
  }

  void publish(String build) {
    try {
      Path current = folder.resolve("builds").resolve("current");
      Files.deleteIfExists(current);
      Files.createSymbolicLink(current, Path.of(build));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void configure(String turtle) {
    try {
      Files.createDirectories(config().getParent());
      Files.writeString(config(), turtle);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SparqlServer serve() {
    return SparqlServer.start(config(), folder, SparqlServer.LOOPBACK, 0);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
