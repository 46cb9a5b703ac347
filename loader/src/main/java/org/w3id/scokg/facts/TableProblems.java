package org.w3id.scokg.facts;

import java.io.IOException;
import java.util.List;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/** Words what can be wrong with a table. */
final class TableProblems {

  private final TextFile file;
  private final CsvDialect dialect;

  TableProblems(TextFile file, CsvDialect dialect) {
    this.file = file;
    this.dialect = dialect;
  }

  InputException empty() {
    return new InputException(
        new Diagnostic(
            Location.of(file.name()),
            "the table is empty",
            dialect.header()
                ? "the first line of a table names its columns"
                : "a table without a header has the columns of its first row",
            dialect.header()
                ? "add the header line, or remove the file and the mapping that reads it"
                : "add a row, or remove the file and the mapping that reads it"));
  }

  Diagnostic columnTwice(String column, long line) {
    return new Diagnostic(
        Location.of(file.name(), line),
        "column '" + column + "' stands twice in the header",
        "a mapping refers to a column by its name, so names are unique in a table",
        "rename one of the two columns");
  }

  InputException charactersAlike() {
    String comment = dialect.commentPrefix().map(c -> ", comment '" + c + "'").orElse("");
    return new InputException(
        new Diagnostic(
            Location.of(file.name()),
            "the table cannot be read with delimiter '%s', quote '%s'%s"
                .formatted(dialect.delimiter(), dialect.quoteChar(), comment),
            "each of them is another character, and none a line end",
            "correct the dialect in the mapping"));
  }

  Diagnostic ragged(Row row, List<String> header) {
    return new Diagnostic(
        Location.of(file.name(), row.line()),
        "the row has " + cells(row.size()) + ", the header " + cells(header.size()),
        "every row has one cell for each column: " + String.join(", ", header),
        row.size() < header.size()
            ? "add the missing cells, empty if there is nothing to say"
            : "remove the extra cells; a cell that holds '"
                + dialect.delimiter()
                + "' is written in quotes");
  }

  Diagnostic tooLong(String column, int length, long line) {
    return new Diagnostic(
        Location.of(file.name(), line),
        String.format("the cell of column '%s' holds %,d characters", column, length),
        String.format("a cell may hold %,d characters", Table.CELL_LIMIT),
        "shorten the cell, or look for a quote that is not closed");
  }

  /**
   * A character that no text has.
   *
   * @param holder the cell or the header that holds it
   */
  Diagnostic nul(String holder, long line) {
    return new Diagnostic(
        Location.of(file.name(), line),
        "the " + holder + " holds a NUL character",
        "U+0000 is no text, and nothing in RDF can hold it",
        "remove it; if there are many, the file may be in another encoding");
  }

  private static String cells(int count) {
    return count == 1 ? "1 cell" : count + " cells";
  }

  /**
   * Tells why a record could not be read at all, after which there is no going on.
   *
   * @throws RuntimeException what is given, if it is no fault of the table
   */
  InputException unreadable(RuntimeException e, long line) {
    Throwable cause = e.getCause();
    if (cause instanceof InputException input) {
      return input;
    } else if (cause instanceof IOException io) {
      return file.failure(io, line);
    } else if (cause != null) {
      throw e;
    }
    String message = String.valueOf(e.getMessage());
    boolean unclosed = message.contains("nclosed quote");
    return new InputException(unclosed ? unclosedQuote(line) : broken(message, line));
  }

  private Diagnostic unclosedQuote(long line) {
    return new Diagnostic(
        Location.of(file.name(), line),
        "a quote is opened after this line's start and never closed",
        "a cell that starts with '" + dialect.quoteChar() + "' ends with it too",
        "close the quote; a quote inside a cell is doubled");
  }

  private Diagnostic broken(String message, long line) {
    return new Diagnostic(
        Location.of(file.name(), line),
        "the record cannot be read: " + message,
        "a table is CSV as in RFC 4180",
        "check the quotes of this record");
  }
}
