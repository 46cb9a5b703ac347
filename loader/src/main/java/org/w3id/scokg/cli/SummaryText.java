package org.w3id.scokg.cli;

import org.apache.jena.atlas.json.JsonObject;
import org.w3id.scokg.GraphBuild.Summary;

/** Words the summary of a graph. */
final class SummaryText {

  private SummaryText() {}

  static String of(Summary summary) {
    return String.format(
        "%,d facts, %,d statements asserted, %,d inferred, %,d links",
        summary.facts(), summary.asserted(), summary.inferred(), summary.links());
  }

  static JsonObject json(Summary summary) {
    JsonObject json = new JsonObject();
    json.put("ok", true);
    json.put("facts", summary.facts());
    json.put("asserted", summary.asserted());
    json.put("inferred", summary.inferred());
    json.put("links", summary.links());
    json.put("warnings", Output.array(summary.warnings()));
    return json;
  }
}
