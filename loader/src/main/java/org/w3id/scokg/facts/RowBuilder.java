package org.w3id.scokg.facts;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes rows of what the parser finds; this is where reading a table takes its time. */
final class RowBuilder extends CsvCallbackHandler<Row> {

  private static final char[] NOTHING = {};

  private final CsvDialect dialect;
  private RecordType type = RecordType.DATA;
  private String[] cells = new String[16];
  private int count;
  private int longest;
  private long line;
  private long number;

  RowBuilder(CsvDialect dialect) {
    this.dialect = dialect;
  }

  /** The line on which the record starts that is being read, or was read last. */
  long line() {
    return line;
  }

  /** The most characters that a cell of the record has which was read last. */
  int longest() {
    return longest;
  }

  @Override
  protected RecordType getRecordType() {
    return type;
  }

  @Override
  protected int getFieldCount() {
    return count;
  }

  @Override
  protected void beginRecord(long startingLineNumber) {
    line = startingLineNumber;
    type = RecordType.DATA;
    count = 0;
    longest = 0;
  }

  @Override
  protected void addField(char[] text, int start, int length, boolean quoted) {
    if (count == cells.length) {
      cells = Arrays.copyOf(cells, 2 * count);
    }
    if (length > longest) {
      longest = length;
    }
    String cell = length == 0 ? "" : new String(text, start, length);
    cells[count++] = dialect.trim() ? cell.strip() : cell;
  }

  @Override
  protected void setComment(char[] text, int start, int length) {
    type = RecordType.COMMENT;
  }

  @Override
  protected void setEmpty() {
    type = RecordType.EMPTY;
    addField(NOTHING, 0, 0, false);
  }

  /** The row, or nothing where a line is none. */
  @Override
  protected @Nullable Row buildRecord() {
    if (type == RecordType.COMMENT || (type == RecordType.EMPTY && dialect.skipBlankRows())) {
      return null;
    }
    number++;
    // The array is the row's from here on. Most often the next row has as many cells.
    Row row = new Row(count == cells.length ? cells : Arrays.copyOf(cells, count), line, number);
    cells = new String[count];
    return row;
  }
}
