package org.w3id.scokg.cli;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.scokg.Project;
import org.w3id.scokg.Publication;

/** Tells what came of a publication. */
final class PublicationText {

  private PublicationText() {}

  static void write(Publication.Outcome outcome, Project project, Output output) {
    String directory = project.builds().resolve(outcome.id()).toString();
    if (output.isJson()) {
      output.result(json(outcome, directory));
      return;
    }
    output.note(
        "published %s%s; smoke queries answered: %d"
            .formatted(
                outcome.id(),
                outcome.before().map(before -> " after " + before).orElse(""),
                outcome.queries()));
    if (!outcome.pruned().isEmpty()) {
      output.note("removed old builds: " + String.join(", ", outcome.pruned()));
    }
    output.result(directory);
  }

  private static JsonObject json(Publication.Outcome outcome, String directory) {
    JsonObject document = new JsonObject();
    document.put("ok", true);
    document.put("id", outcome.id());
    outcome.before().ifPresent(before -> document.put("before", before));
    document.put("smokeQueries", outcome.queries());
    JsonArray removed = new JsonArray();
    outcome.pruned().forEach(removed::add);
    document.put("removed", removed);
    document.put("build", directory);
    return document;
  }
}
