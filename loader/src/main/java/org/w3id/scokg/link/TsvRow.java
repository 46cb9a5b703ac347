package org.w3id.scokg.link;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.w3id.scokg.diagnostic.Location;

/**
 * A row of a table.
 *
 * @param location the line on which it starts
 * @param cells its cells that are not empty, by the names of their columns
 */
public record TsvRow(Location location, Map<String, String> cells) {

  /** Copies the cells, without the empty ones. */
  public TsvRow {
    Map<String, String> filled = new LinkedHashMap<>(cells);
    filled.values().removeIf(String::isEmpty);
    cells = Collections.unmodifiableMap(filled);
  }

  /** The cell of a column; empty if the row has none. */
  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }
}
