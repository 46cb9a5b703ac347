package org.w3id.scokg.facts;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a CSV file is written (CSV on the Web, Metadata Vocabulary §5.9, as far as it is needed).
 *
 * @param delimiter what separates cells
 * @param quote what encloses cells that hold the delimiter, the quote or a line end
 * @param encoding the characters' encoding
 */
public record CsvDialect(char delimiter, char quote, Charset encoding) {

  /** Commas, double quotes and UTF-8, as RFC 4180 has it. */
  public static final CsvDialect RFC4180 = new CsvDialect(',', '"', StandardCharsets.UTF_8);
}
