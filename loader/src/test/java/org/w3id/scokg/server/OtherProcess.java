package org.w3id.scokg.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.tdb2.DatabaseMgr;

/** A second Java process that serves or writes until it is told to end. */
final class OtherProcess implements AutoCloseable {

  private final Process process;
  private final String firstLine;

  private OtherProcess(String task, Path where) {
    try {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  OtherProcess.class.getName(),
                  task,
                  where.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      firstLine = String.valueOf(out.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Serves a project on a free port. */
  static OtherProcess serving(Path project) {
    return new OtherProcess("serve", project);
  }

  /** Opens a database as TDB2 does, ready to write. */
  static OtherProcess writing(Path database) {
    return new OtherProcess("write", database);
  }

  long pid() {
    return process.pid();
  }

  /** What it said when it was ready: the address it serves at. */
  String firstLine() {
    return firstLine;
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs in the other process: does its task, says that it is ready, and waits for the end. */
  public static void main(String[] arguments) throws IOException {
    Path where = Path.of(arguments[1]);
    if (arguments[0].equals("serve")) {
      try (SparqlServer server = new TestProject(where).serve()) {
        System.out.println(server.endpoints().get(0));
        waitForTheEnd();
      }
    } else {
      DatabaseMgr.connectDatasetGraph(Location.create(where.toString()));
      System.out.println("open");
      waitForTheEnd();
    }
  }

  private static void waitForTheEnd() throws IOException {
    while (System.in.read() >= 0) {
      // The other side writes nothing; it closes the stream when it is done.
    }
  }
}
