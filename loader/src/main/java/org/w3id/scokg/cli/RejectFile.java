package org.w3id.scokg.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.rml.Rejection;
import org.w3id.scokg.source.Compression;

/**
 * A file of the records that a mapping left out, in JSON Lines: one object a record, with its
 * source, its line, the problems and the record itself. There is none where no record is left out.
 */
final class RejectFile implements AutoCloseable {

  private final String name;
  private @Nullable OutputFile file;

  RejectFile(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Adds a record. */
  void add(Rejection rejection) {
    if (file == null) {
      file = OutputFile.create(name, Compression.NONE);
    }
    JsonObject line = new JsonObject();
    line.put("source", rejection.source());
    line.put("line", rejection.line());
    line.put("problems", problems(rejection));
    String head = JSON.toStringFlat(line);
    // The record is JSON already.
    String whole =
        head.substring(0, head.lastIndexOf('}')).stripTrailing()
            + ", \"record\": "
            + rejection.json()
            + "}\n";
    try {
      file.stream().write(whole.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw file.unwritable(e);
    }
  }

  private static JsonArray problems(Rejection rejection) {
    JsonArray problems = new JsonArray();
    for (Diagnostic problem : rejection.problems()) {
      JsonObject each = new JsonObject();
      each.put("what", problem.what());
      each.put("why", problem.why());
      each.put("fix", problem.fix());
      problems.add(each);
    }
    return problems;
  }

  /** Gives the file its name, or removes one that an earlier run has left. */
  void finish() throws IOException {
    if (file == null) {
      Files.deleteIfExists(Path.of(name));
    } else {
      file.finish();
    }
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
