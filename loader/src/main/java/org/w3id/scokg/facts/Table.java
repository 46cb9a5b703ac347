package org.w3id.scokg.facts;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * A CSV file with a header, read record by record. Problems of single records go to the collector
 * given, and the record is left out; what makes the whole file unreadable ends the reading.
 */
public final class Table implements AutoCloseable {

  /** The most characters a cell may hold: {@value}. */
  public static final int CELL_LIMIT = 1 << 20;

  /** A record larger than this is refused by the reader itself, before it fills the memory. */
  private static final int RECORD_LIMIT = 1 << 24;

  private final Path file;
  private final String name;
  private final CsvDialect dialect;
  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private final List<String> header;

  private Table(Path file, String name, CsvDialect dialect) throws IOException {
    this.file = file;
    this.name = name;
    this.dialect = dialect;
    var decoder =
        dialect
            .encoding()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.reader =
        CsvReader.builder()
            .fieldSeparator(dialect.delimiter())
            .quoteCharacter(dialect.quote())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .detectBomHeader(false)
            .maxBufferSize(RECORD_LIMIT)
            .ofCsvRecord(new InputStreamReader(Files.newInputStream(file), decoder));
    this.records = reader.iterator();
    this.header = readHeader();
  }

  /**
   * Opens a table and reads its header.
   *
   * @param file where it is
   * @param name the path as messages should show it
   * @param dialect how it is written
   * @throws InputException if the file cannot be read, is empty or has no usable header
   */
  public static Table open(Path file, String name, CsvDialect dialect) {
    try {
      return new Table(file, name, dialect);
    } catch (NoSuchFileException e) {
      throw new InputException(
          new Diagnostic(
              Location.of(name),
              "there is no such file",
              "a mapping or the project's layout asks for this table",
              "create it, or correct the path that names it"));
    } catch (IOException e) {
      throw new InputException(unreadable(name, e));
    }
  }

  /** The column names, in order. */
  public List<String> header() {
    return header;
  }

  /** The path as messages show it. */
  public String name() {
    return name;
  }

  /** The position of a column, counted from 0. */
  public Optional<Integer> column(String columnName) {
    int index = header.indexOf(columnName);
    return index < 0 ? Optional.empty() : Optional.of(index);
  }

  /**
   * Reads all records, giving the sound ones to {@code rows} and the rest to {@code problems}.
   *
   * @throws InputException if the file cannot be read on, with every badly encoded line listed
   */
  public void forEach(Consumer<Row> rows, Consumer<Diagnostic> problems) {
    Cursor cursor = new Cursor();
    try {
      while (records.hasNext()) {
        cursor.moveTo(records.next());
        if (isSound(cursor.record, problems)) {
          rows.accept(cursor);
        }
      }
    } catch (CsvParseException | UncheckedIOException e) {
      throw failure(e, cursor.line());
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> readHeader() {
    CsvRecord first;
    try {
      first = records.hasNext() ? records.next() : null;
    } catch (CsvParseException | UncheckedIOException e) {
      throw failure(e, 1);
    }
    if (first == null) {
      throw new InputException(
          new Diagnostic(
              Location.of(name),
              "the table is empty",
              "the first line of a table names its columns",
              "add the header line, or remove the file and the mapping that reads it"));
    }
    List<String> names = withoutByteOrderMark(first.getFields());
    Set<String> seen = new HashSet<>();
    for (String column : names) {
      if (!seen.add(column)) {
        throw new InputException(
            new Diagnostic(
                Location.of(name, 1),
                "column '" + column + "' stands twice in the header",
                "a mapping refers to a column by its name, so names are unique in a table",
                "rename one of the two columns"));
      }
    }
    return names;
  }

  private static List<String> withoutByteOrderMark(List<String> names) {
    if (names.get(0).startsWith("\uFEFF")) {
      var clean = new ArrayList<>(names);
      clean.set(0, names.get(0).substring(1));
      return List.copyOf(clean);
    }
    return List.copyOf(names);
  }

  private boolean isSound(CsvRecord row, Consumer<Diagnostic> problems) {
    if (row.getFieldCount() != header.size()) {
      problems.accept(ragged(row));
      return false;
    }
    for (int i = 0; i < header.size(); i++) {
      if (row.getField(i).length() > CELL_LIMIT) {
        problems.accept(
            new Diagnostic(
                Location.of(name, row.getStartingLineNumber()),
                String.format(
                    "the cell of column '%s' holds %,d characters",
                    header.get(i), row.getField(i).length()),
                String.format("a cell may hold %,d characters", CELL_LIMIT),
                "shorten the cell, or look for a quote that is not closed"));
        return false;
      }
    }
    return true;
  }

  private Diagnostic ragged(CsvRecord row) {
    return new Diagnostic(
        Location.of(name, row.getStartingLineNumber()),
        "the row has " + cells(row.getFieldCount()) + ", the header " + cells(header.size()),
        "every row has one cell for each column: " + String.join(", ", header),
        row.getFieldCount() < header.size()
            ? "add the missing cells, empty if there is nothing to say"
            : "remove the extra cells; a cell that holds '"
                + dialect.delimiter()
                + "' is written in quotes");
  }

  private static String cells(int count) {
    return count == 1 ? "1 cell" : count + " cells";
  }

  private InputException failure(RuntimeException e, long line) {
    Throwable cause = e.getCause();
    if (cause instanceof CharacterCodingException) {
      return new InputException(BadEncoding.find(file, name, dialect.encoding()), 0);
    }
    if (e instanceof CsvParseException
        && String.valueOf(e.getMessage()).contains("nclosed quote")) {
      return new InputException(
          new Diagnostic(
              Location.of(name, line + 1),
              "a quote is opened after this line's start and never closed",
              "a cell that starts with '" + dialect.quote() + "' ends with it too",
              "close the quote; a quote inside a cell is doubled"));
    }
    return new InputException(
        cause instanceof IOException io
            ? unreadable(name, io)
            : new Diagnostic(
                Location.of(name, line + 1),
                "the record cannot be read: " + e.getMessage(),
                "a table is CSV as in RFC 4180",
                "check the quotes of this record"));
  }

  private static Diagnostic unreadable(String name, IOException e) {
    return new Diagnostic(
        Location.of(name),
        "the file cannot be read: " + e.getMessage(),
        "the operating system refuses it",
        "check that it is a file and that you may read it");
  }

  /** The one row object of an iteration, moved from record to record. */
  private static final class Cursor implements Row {
    private CsvRecord record = CsvReader.builder().ofSingleCsvRecord("-");
    private long number = 1;

    private void moveTo(CsvRecord next) {
      record = next;
      number++;
    }

    @Override
    public String cell(int column) {
      return record.getField(column);
    }

    @Override
    public long line() {
      return record.getStartingLineNumber();
    }

    @Override
    public long number() {
      return number;
    }
  }
}
