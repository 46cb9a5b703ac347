package org.w3id.scokg.diagnostic;

import java.util.OptionalInt;

/**
 * A place in an input: a file, and where it is known the line on which the record or token starts.
 *
 * @param file the path as the user should see it
 * @param line the line, counted from 1; empty where only the file is known
 */
public record Location(String file, OptionalInt line) implements Comparable<Location> {

  /** The place at {@code line} of {@code file}, counted from 1. */
  public static Location of(String file, long line) {
    return new Location(file, OptionalInt.of(Math.toIntExact(line)));
  }

  /** The file as a whole. */
  public static Location of(String file) {
    return new Location(file, OptionalInt.empty());
  }

  /** Orders by file, then by line, with a whole file before its lines. */
  @Override
  public int compareTo(Location other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line.orElse(0), other.line.orElse(0));
  }

  /** Writes {@code file:line}, or {@code file}, in the form editors jump to. */
  @Override
  public String toString() {
    return line.isPresent() ? file + ":" + line.getAsInt() : file;
  }
}
