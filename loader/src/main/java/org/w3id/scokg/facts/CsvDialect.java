package org.w3id.scokg.facts;

import java.util.Optional;

/**
 * How a CSV file is written (Metadata Vocabulary for Tabular Data §5.9, whose names these are).
 *
 * @param delimiter what separates cells
 * @param quoteChar what encloses cells that hold the delimiter, the quote or a line end; doubled
 *     inside a cell
 * @param commentPrefix what a line starts with that is no row
 * @param header whether the first row names the columns; without it they are {@code _col.1}, {@code
 *     _col.2} and so on
 * @param skipRows how many lines stand before the first row
 * @param skipBlankRows whether an empty line is no row
 * @param trim whether white space around cells is no part of them
 */
public record CsvDialect(
    char delimiter,
    char quoteChar,
    Optional<Character> commentPrefix,
    boolean header,
    int skipRows,
    boolean skipBlankRows,
    boolean trim) {

  /** Commas and double quotes, as RFC 4180 has it, with a header; an empty line is no row. */
  public static final CsvDialect RFC4180 =
      new CsvDialect(',', '"', Optional.empty(), true, 0, true, false);
}
