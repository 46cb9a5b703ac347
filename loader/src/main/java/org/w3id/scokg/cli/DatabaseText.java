package org.w3id.scokg.cli;

import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.scokg.store.LoadReport;
import org.w3id.scokg.store.LoadReport.Count;

/** Says what is in a database that was made. */
final class DatabaseText {

  private DatabaseText() {}

  static String of(LoadReport made) {
    String inGraphs = String.format("%,d in %,d named graphs", made.quads(), made.graphs());
    String inDefault = String.format("%,d in the default graph", made.triples());
    String all =
        made.graphs() == 0
            ? inDefault
            : made.triples() == 0 ? inGraphs : inGraphs + ", " + inDefault;
    return "statements in the database, without repeated ones: " + all;
  }

  static JsonObject json(LoadReport made) {
    JsonObject json = new JsonObject();
    json.put("quads", made.quads());
    json.put("triples", made.triples());
    json.put("graphs", made.graphs());
    json.put("largestGraphs", counts(made.largestGraphs()));
    json.put("predicates", counts(made.predicates()));
    return json;
  }

  private static JsonObject counts(List<Count> counts) {
    JsonObject json = new JsonObject();
    counts.forEach(count -> json.put(count.term(), count.statements()));
    return json;
  }
}
