package org.w3id.scokg.rml;

import java.nio.file.Path;
import java.util.Set;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.facts.CsvDialect;

/**
 * A file and how to read records from it (RML-IO, “Logical Source”).
 *
 * @param file where it is
 * @param name the path as messages show it
 * @param dialect how its CSV is written
 * @param nulls the cell values that stand for no value
 * @param declared the place in the mapping that names it
 */
record LogicalSource(
    Path file, String name, CsvDialect dialect, Set<String> nulls, Location declared) {

  /** What two sources have in common that are read in one pass. */
  record Key(Path file, CsvDialect dialect, Set<String> nulls) {}

  Key key() {
    return new Key(file, dialect, nulls);
  }
}
