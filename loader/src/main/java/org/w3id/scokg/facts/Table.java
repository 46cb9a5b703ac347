package org.w3id.scokg.facts;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;

/**
 * A CSV file, read record by record. Single records that are unsound are left out and reported;
 * what makes the whole file unreadable ends the reading.
 */
public final class Table implements AutoCloseable {

  /** The most characters a cell may hold: {@value}. */
  public static final int CELL_LIMIT = 1 << 20;

  /** A record larger than this is refused by the reader itself, before it fills the memory. */
  private static final int RECORD_LIMIT = 1 << 24;

  private final String name;
  private final TableProblems problems;
  private final StrictReader text;
  private final RowBuilder builder;
  private final CloseableIterator<Row> records;
  private final List<String> header;

  /** The first row of a table without a header, until it is given. */
  private @Nullable Row first;

  private Table(TextFile file, CsvDialect dialect, StrictReader text) {
    this.name = file.name();
    this.problems = new TableProblems(file, dialect);
    this.text = text;
    this.builder = new RowBuilder(dialect);
    this.records = records(dialect);
    Row row = next();
    if (row == null) {
      throw problems.empty();
    }
    this.first = dialect.header() ? null : row;
    this.header = dialect.header() ? names(row) : numbers(row);
  }

  /**
   * Opens a table as curators write them, in UTF-8, and reads its header.
   *
   * @param file where it is
   * @param name the path as messages should show it
   * @param dialect how it is written
   * @throws InputException if the file cannot be read, is empty or has no usable header
   */
  public static Table open(Path file, String name, CsvDialect dialect) {
    return open(TextFile.of(file, name, StandardCharsets.UTF_8), dialect);
  }

  /**
   * Opens a table and reads its header.
   *
   * @throws InputException if the file cannot be read, is empty or has no usable header
   */
  public static Table open(TextFile file, CsvDialect dialect) {
    StrictReader text = new StrictReader(file.open(), file.encoding());
    try {
      return new Table(file, dialect, text);
    } catch (InputException e) {
      close(text);
      throw e;
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
   * Reads all records, giving the sound ones to {@code rows} and each of the rest to {@code
   * unsound}, with what is wrong with it.
   *
   * @throws InputException if the file cannot be read on, with every badly encoded line listed
   */
  public void forEach(Consumer<Row> rows, BiConsumer<Row, Diagnostic> unsound) {
    int width = header.size();
    Row row = first == null ? next() : first;
    for (first = null; row != null; row = next()) {
      boolean suspect = row.size() != width || builder.longest() > CELL_LIMIT || text.hasMetNul();
      Diagnostic problem = suspect ? problem(row) : null;
      if (problem == null) {
        rows.accept(row);
      } else {
        unsound.accept(row, problem);
      }
    }
  }

  @Override
  public void close() {
    close(text);
  }

  private static void close(StrictReader text) {
    try {
      text.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CloseableIterator<Row> records(CsvDialect dialect) {
    try {
      CsvReader<Row> reader = parser(dialect).build(builder, text);
      reader.skipLines(dialect.skipRows());
      return reader.iterator();
    } catch (IllegalArgumentException e) {
      throw problems.charactersAlike();
    } catch (UncheckedIOException e) {
      throw problems.unreadable(e, 1);
    } catch (CsvParseException e) {
      // There are fewer lines than are to be skipped.
      throw problems.empty();
    }
  }

  private static CsvReaderBuilder parser(CsvDialect dialect) {
    CsvReaderBuilder parser =
        CsvReader.builder()
            .fieldSeparator(dialect.delimiter())
            .quoteCharacter(dialect.quoteChar())
            .skipEmptyLines(dialect.skipBlankRows())
            .trimWhitespacesAroundQuotes(dialect.trim())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(RECORD_LIMIT);
    dialect
        .commentPrefix()
        .ifPresent(c -> parser.commentStrategy(CommentStrategy.SKIP).commentCharacter(c));
    return parser;
  }

  private @Nullable Row next() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException | UncheckedIOException e) {
      throw problems.unreadable(e, builder.line());
    }
  }

  private List<String> names(Row row) {
    Set<String> seen = new HashSet<>();
    for (String column : row.cells()) {
      if (!seen.add(column)) {
        throw new InputException(problems.columnTwice(column, row.line()));
      } else if (column.indexOf('\0') >= 0) {
        throw new InputException(problems.nul("header", row.line()));
      }
    }
    return row.cells();
  }

  /** The names of columns without one (Metadata Vocabulary for Tabular Data §5.6). */
  private static List<String> numbers(Row row) {
    return IntStream.rangeClosed(1, row.size()).mapToObj(i -> "_col." + i).toList();
  }

  private @Nullable Diagnostic problem(Row row) {
    if (row.size() != header.size()) {
      return problems.ragged(row, header);
    }
    for (int i = 0; i < header.size(); i++) {
      String cell = row.cell(i);
      if (cell.length() > CELL_LIMIT) {
        return problems.tooLong(header.get(i), cell.length(), row.line());
      } else if (cell.indexOf('\0') >= 0) {
        return problems.nul("cell of column '" + header.get(i) + "'", row.line());
      }
    }
    return null;
  }
}
