package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.diagnostic.InputException;

class ReadOnlyDatabaseTest {

  private static final String DAMAGED =
      "\n  why: a build is complete or it is none"
          + "\n  fix: delete the build and make it again with \"scokg build\"";

  @TempDir Path folder;

  private TestProject project = new TestProject(Path.of(""));

  @BeforeEach
  void build() {
    project = TestProject.in(folder);
  }

  @Test
  void readsWhatTheBuildHolds() {
    try (ReadOnlyDatabase database = open()) {
      assertThat(quads(database.dataset())).isEqualTo(3);
    }
  }

  @Test
  void leavesTheContentOfEveryFileAsItWas() throws IOException {
    SortedMap<String, String> before = digests();

    try (ReadOnlyDatabase database = open()) {
      assertThat(quads(database.dataset())).isEqualTo(3);
      assertThat(digests()).isEqualTo(before);
    }
    assertThat(digests()).isEqualTo(before);
  }

  @Test
  void refusesToBeChanged() {
    Node node = NodeFactory.createURI("https://example.org/new");

    try (ReadOnlyDatabase database = open()) {
      DatasetGraph dataset = database.dataset();

      assertThatThrownBy(() -> Txn.executeWrite(dataset, () -> dataset.add(node, node, node, node)))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThat(quads(dataset)).isEqualTo(3);
    }
  }

  @Test
  void deniesServiceFromTheStart() {
    try (ReadOnlyDatabase database = open()) {
      assertThat(database.dataset().getContext().isFalse(ARQ.httpServiceAllowed)).isTrue();
    }
  }

  @Test
  void canBeOpenedAgainOnceItIsClosed() {
    open().close();

    try (ReadOnlyDatabase database = open()) {
      assertThat(quads(database.dataset())).isEqualTo(3);
    }
  }

  @Test
  void mustNotBeOpenedTwiceByOneProcess() {
    try (ReadOnlyDatabase first = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageEndingWith("tdb.lock' must not be opened twice by one process");
      assertThat(quads(first.dataset())).isEqualTo(3);
    }
  }

  @Test
  void keepsWritersOutWhileItIsOpen() {
    Location location = Location.create(project.database("first").toString());
    try (ReadOnlyDatabase database = open()) {
      assertThatThrownBy(() -> DatabaseMgr.connectDatasetGraph(location))
          .hasStackTraceContaining("lock");
      assertThat(quads(database.dataset())).isEqualTo(3);
    }
  }

  @Test
  void reportsADatabaseThatIsNotThere() {
    assertThatThrownBy(
            () -> ReadOnlyDatabase.open(folder.resolve("nowhere"), "builds/current/database"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            builds/current/database: error: there is no database here
              why: a build makes it, and none has been made or its path is another
              fix: run "scokg build", or correct the path""");
  }

  @Test
  void reportsADirectoryThatIsNoDatabase() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThatThrownBy(() -> ReadOnlyDatabase.open(empty, "empty"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "empty: error: the database is damaged: it has no directory 'Data-0001'" + DAMAGED);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "GSPO.bpt",
        "SPO.dat",
        "GPU.idn",
        "nodes-data.obj",
        "prefixes-data.bdf",
        "nodes.dat"
      })
  void reportsAFileThatIsMissing(String file) throws IOException {
    Files.delete(project.storage("first").resolve(file));

    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "database: error: the database is damaged: the file '%s' is missing%s"
                .formatted(file, DAMAGED));
    assertThat(project.storage("first").resolve(file)).doesNotExist();
  }

  @Test
  void reportsAFileThatWasCut() throws IOException {
    try (FileChannel file =
        FileChannel.open(project.storage("first").resolve("GSPO.dat"), StandardOpenOption.WRITE)) {
      file.truncate(1000);
    }

    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "database: error: the database is damaged: "
                + "File size (1000) not a multiple of blocksize (8192)"
                + DAMAGED);
  }

  @Test
  void reportsAFileOfNothingButZeros() throws IOException {
    Files.write(project.storage("first").resolve("nodes-data.obj"), new byte[100]);

    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("database: error: the database is damaged: ")
        .hasMessageEndingWith(DAMAGED);
  }

  @Test
  void reportsAChangeThatWasNotFinished() throws IOException {
    Files.write(project.storage("first").resolve("journal.jrnl"), new byte[100]);

    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "database: error: the database is damaged: "
                + "its journal holds a change that was not finished"
                + DAMAGED);
  }

  private ReadOnlyDatabase open() {
    return ReadOnlyDatabase.open(project.database("current"), "database");
  }

  private static long quads(DatasetGraph dataset) {
    return Txn.calculateRead(dataset, () -> dataset.stream().count());
  }

  /** The digest of every file of the database. */
  private SortedMap<String, String> digests() throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(project.database("first"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(file.toString(), digest(Files.readAllBytes(file)));
      }
    }
    return digests;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
