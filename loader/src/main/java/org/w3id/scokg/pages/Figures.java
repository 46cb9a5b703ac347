package org.w3id.scokg.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.atlas.json.JsonValue;

/**
 * How much is in a build, by its own report; nothing where there is none.
 *
 * @param facts how many graphs hold facts
 * @param asserted how many statements these and their evidence have
 * @param inferred how many statements follow from them
 * @param links how many links lead to other datasets
 */
record Figures(long facts, long asserted, long inferred, long links) {

  static Figures of(Path build) {
    Path report = build.resolve("report.json");
    if (!Files.isRegularFile(report)) {
      return new Figures(0, 0, 0, 0);
    }
    try {
      JsonObject figures = JSON.parse(Files.readString(report));
      return new Figures(
          number(figures, "facts"),
          number(figures, "asserted"),
          number(figures, "inferred"),
          number(figures, "links"));
    } catch (JsonParseException e) {
      throw new IllegalStateException("Bug: the report of a build is no JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long number(JsonObject figures, String name) {
    JsonValue value = figures.get(name);
    return value != null && value.isNumber() ? value.getAsNumber().value().longValue() : 0;
  }

  /** How many statements there are. */
  long statements() {
    return asserted + inferred + links;
  }
}
