package org.w3id.scokg.source;

import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.source.json.JsonIterations;
import org.w3id.scokg.source.xml.XmlIterations;

/**
 * The records of a source, read one after another and never all held. First each reference that is
 * asked for is given its number by {@link #reference}; then {@link #forEach} reads the source once.
 */
public interface Iterations extends AutoCloseable {

  /** Whether records are to be given whole by {@link Iteration#json}, which takes more time. */
  enum Detail {
    REFERENCES,
    WHOLE
  }

  /**
   * Opens a source, and reads the header of a table.
   *
   * @throws InputException if the file is not there, cannot be read or unpacked, or has no usable
   *     header
   */
  static Iterations open(SourceFile file, Format format, Detail detail) {
    Iterations iterations = of(file, format, detail);
    return file.isLarge() ? new ReadAhead(iterations) : iterations;
  }

  private static Iterations of(SourceFile file, Format format, Detail detail) {
    if (format instanceof Format.Csv csv) {
      return new CsvIterations(file, csv.dialect());
    }
    return format instanceof Format.Json json
        ? new JsonIterations(file, json.iterator(), detail)
        : new XmlIterations(file, (Format.Xml) format, detail);
  }

  /**
   * The number of a reference, the same each time it is asked for.
   *
   * @throws BadReference if it is no reference of this format, or names a column that is not there
   */
  int reference(String reference);

  /**
   * Reads all records, giving the sound ones to {@code records} and others to {@code bad}, both on
   * the calling thread and in the order of the source.
   *
   * @throws InputException if the source cannot be read on
   */
  void forEach(Consumer<Iteration> records, Consumer<BadRecord> bad);

  /**
   * The references that no record had, not even as a null, in the order of their numbers: most
   * often misspelt. Known once the source was read; empty if it had no record.
   */
  Set<String> absent();

  /**
   * The names that references could have, to suggest one in place of an unknown: the columns of a
   * table, and else the names that were met where references are, at most a few hundred.
   */
  Collection<String> names();

  /** The name of the source, as messages show it. */
  String name();

  @Override
  void close();
}
