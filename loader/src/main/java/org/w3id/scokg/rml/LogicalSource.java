package org.w3id.scokg.rml;

import java.util.Set;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.source.Format;
import org.w3id.scokg.source.SourceFile;

/**
 * A file and how to read records from it (RML-IO, “Logical Source”).
 *
 * @param file where it is, and how it is packed
 * @param format how its records are found and referred to
 * @param naturalTypes whether values have the datatypes that the source gives them
 * @param nulls the values that stand for no value
 * @param declared the place in the mapping that names it
 */
record LogicalSource(
    SourceFile file,
    Format format,
    NaturalTypes naturalTypes,
    Set<String> nulls,
    Location declared) {

  /** What two sources have in common that are read in one pass. */
  record Key(SourceFile file, Format format) {

    /** The file tells them apart; to spin a record's own would take a start ten milliseconds. */
    @Override
    public int hashCode() {
      return file.path().hashCode();
    }
  }

  Key key() {
    return new Key(file, format);
  }

  /** The path as messages show it. */
  String name() {
    return file.name();
  }
}
