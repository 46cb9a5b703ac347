package org.w3id.scokg.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.sparql.core.Quad;
import org.w3id.scokg.diagnostic.InputException;

/** Writes the files of one build: the database, the dumps and the report. */
public final class BuildWriter {

  private BuildWriter() {}

  /**
   * Writes a build and finishes it.
   *
   * @param staging the directory to write in
   * @param id the build's id
   * @param quads the dataset
   * @param prefixes the prefixes of the dumps, by prefix
   * @param report what the build report says besides the id and the digests of the dumps
   * @return the finished build
   * @throws InputException if it cannot be written
   */
  public static Path write(
      Staging staging,
      String id,
      Collection<Quad> quads,
      Map<String, String> prefixes,
      JsonObject report) {
    Path directory = staging.directory();
    try {
      Database.write(quads, directory.resolve("database"));
      Map<String, String> sums = Dumps.write(quads, prefixes, directory.resolve("dumps"));
      Files.writeString(directory.resolve("report.json"), report(id, report, sums));
    } catch (IOException e) {
      throw staging.unwritable(e);
    } catch (UncheckedIOException | RuntimeIOException | DBOpEnvException e) {
      throw staging.unwritable(cause(e));
    }
    return staging.finish(id);
  }

  private static IOException cause(RuntimeException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof IOException io) {
        return io;
      }
    }
    return new IOException(e.getMessage(), e);
  }

  private static String report(String id, JsonObject details, Map<String, String> sums) {
    JsonObject report = new JsonObject();
    report.put("id", id);
    details.forEach(report::put);
    JsonObject dumps = new JsonObject();
    sums.forEach(dumps::put);
    report.put("dumps", dumps);
    return JSON.toString(report) + "\n";
  }
}
