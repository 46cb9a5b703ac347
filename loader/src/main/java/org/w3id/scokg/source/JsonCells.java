package org.w3id.scokg.source;

import java.util.List;
import org.w3id.scokg.source.json.JsonText;

/** Writes the cells of a row as JSON (RFC 8259). */
final class JsonCells {

  private JsonCells() {}

  /** An object of cells by the names of their columns. */
  static String object(List<String> names, List<String> values) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < names.size(); i++) {
      json.append(i == 0 ? "" : ",");
      JsonText.quote(names.get(i), json);
      JsonText.quote(values.get(i), json.append(':'));
    }
    return json.append('}').toString();
  }

  /** An array of cells. */
  static String array(List<String> values) {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < values.size(); i++) {
      JsonText.quote(values.get(i), json.append(i == 0 ? "" : ","));
    }
    return json.append(']').toString();
  }
}
