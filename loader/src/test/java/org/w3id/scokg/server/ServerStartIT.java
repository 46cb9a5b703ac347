package org.w3id.scokg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.scokg.diagnostic.InputException;

/** When a server starts, and when and why it does not. */
class ServerStartIT {

  private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";

  @TempDir Path folder;

  private TestProject project = new TestProject(Path.of(""));

  @BeforeEach
  void build() {
    project = TestProject.in(folder);
  }

  @Test
  void twoProcessesServeOneBuild() {
    try (OtherProcess other = OtherProcess.serving(folder);
        SparqlServer ours = project.serve()) {
      assertThat(count(URI.create(other.firstLine()))).isEqualTo("n\r\n2\r\n");
      assertThat(count(ours.endpoints().get(0))).isEqualTo("n\r\n2\r\n");
    }
  }

  @Test
  void aBuildIsReadWhileAnotherProcessServesIt() {
    try (OtherProcess other = OtherProcess.serving(folder);
        ReadOnlyDatabase database =
            ReadOnlyDatabase.open(project.database("current"), "database")) {
      assertThat(database.dataset().calculateRead(() -> database.dataset().stream().count()))
          .isEqualTo(3);
      assertThat(count(URI.create(other.firstLine()))).isEqualTo("n\r\n2\r\n");
    }
  }

  @Test
  void noProcessWritesABuildWhileAnotherServesIt() {
    try (OtherProcess other = OtherProcess.serving(folder)) {
      assertThatThrownBy(
              () ->
                  DatabaseMgr.connectDatasetGraph(
                      Location.create(project.database("first").toString())))
          .hasMessageContaining("Failed to get a lock");
      assertThat(count(URI.create(other.firstLine()))).isEqualTo("n\r\n2\r\n");
    }
  }

  @Test
  void aBuildThatAnotherProcessWritesIsNotServed() {
    try (OtherProcess writer = OtherProcess.writing(project.database("first"))) {
      assertThatThrownBy(project::serve)
          .isInstanceOf(InputException.class)
          .hasMessage(
              """
              builds/current/database: error: the database is being written by process %d
                why: a half-written database cannot be read, and that process holds its lock
                fix: wait until it ends, then try again"""
                  .formatted(writer.pid()));
    }
  }

  @Test
  void publishingAnotherBuildDoesNotChangeWhatIsServed() {
    project.build("second", "PREFIX ex: <https://example.org/> ex:g { ex:s ex:p 1 , 2 , 3 }");
    try (SparqlServer before = project.serve()) {
      project.publish("second");
      assertThat(count(before.endpoints().get(0))).isEqualTo("n\r\n2\r\n");
      try (SparqlServer after = project.serve()) {
        assertThat(count(after.endpoints().get(0))).isEqualTo("n\r\n3\r\n");
      }
    }
  }

  @Test
  void aBuildIsServedAgainAfterTheServerWasClosed() {
    project.serve().close();

    try (SparqlServer again = project.serve()) {
      assertThat(count(again.endpoints().get(0))).isEqualTo("n\r\n2\r\n");
    }
  }

  @Test
  void reportsAPortThatIsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(
              () -> SparqlServer.start(project.config(), folder, SparqlServer.LOOPBACK, port))
          .isInstanceOf(InputException.class)
          .hasMessage(
              """
              fuseki-config/server.ttl: error: port %d on 127.0.0.1 is in use
                why: one port serves one program
                fix: stop the other server, or choose another with --port"""
                  .formatted(port));
    }
    project.serve().close();
  }

  @Test
  void reportsAHostThatIsNotThisMachine() {
    assertThatThrownBy(() -> SparqlServer.start(project.config(), folder, "192.0.2.1", 0))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            fuseki-config/server.ttl: error: cannot listen at port 0 on 192.0.2.1: \
            Cannot assign requested address
              why: the host must be a name or address of this machine, and the port free to use
              fix: correct --host or --port""");
  }

  @Test
  void reportsAMissingBuild() throws IOException {
    Files.delete(folder.resolve("builds").resolve("current"));

    assertThatThrownBy(project::serve)
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            builds/current/database: error: there is no database here
              why: a build makes it, and none has been made or its path is another
              fix: run "scokg build", or correct the path""");
  }

  @Test
  void reportsALinkToABuildThatIsGone() {
    project.publish("third");

    assertThatThrownBy(project::serve)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("builds/current/database: error: there is no database here");
  }

  @Test
  void reportsABrokenConfiguration() {
    project.configure(TestProject.shipped().replace("fuseki:Service ;", "fuseki:Service"));

    assertThatThrownBy(project::serve)
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            fuseki-config/server.ttl:13: error: Triples not terminated by DOT
              why: the file is read as Turtle, and column 5 breaks its rules
              fix: correct the line, or the statement that ends there""");
  }

  @Test
  void reportsAConfigurationWithoutService() {
    project.configure("# Nothing.\n");

    assertThatThrownBy(project::serve)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("fuseki-config/server.ttl: error: there is no service in it");
  }

  @Test
  void stopsAQueryThatTakesTooLong() {
    project.configure(TestProject.shipped().replace("10000,30000", "1,1"));
    StringBuilder endless = new StringBuilder("SELECT (COUNT(*) AS ?n) {");
    for (int i = 0; i < 30; i++) {
      endless.append(" ?s%1$d ?p%1$d ?o%1$d .".formatted(i));
    }
    endless.append(" }");
    try (SparqlServer server = project.serve()) {
      var answer = Http.get(server.endpoints().get(0), endless.toString(), "text/csv");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body())
          .isEqualTo(
              "The query took too long. Ask for less at once; the server's bound is arq:queryTimeout.\n");
    }
  }

  private static String count(URI endpoint) {
    return Http.get(endpoint, COUNT, "text/csv").body();
  }
}
