package org.w3id.scokg.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;

/** Tables as spreadsheets write them, and as accidents leave them. */
class TableTest {

  @TempDir Path temp;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final List<List<String>> unsound = new ArrayList<>();

  private Path write(String content) throws IOException {
    return Files.writeString(temp.resolve("t.csv"), content);
  }

  private List<String> read(String content) throws IOException {
    return read(content, CsvDialect.RFC4180);
  }

  private List<String> read(String content, CsvDialect dialect) throws IOException {
    List<String> rows = new ArrayList<>();
    try (Table table = Table.open(write(content), "t.csv", dialect)) {
      table.forEach(
          row -> rows.add("%d/%d %s".formatted(row.line(), row.number(), row.cell(0))),
          (row, problem) -> {
            unsound.add(row.cells());
            problems.add(problem);
          });
    }
    return rows;
  }

  @Test
  void countsLinesAndRecordsApart() throws IOException {
    assertThat(read("a,b\nx,\"1\n2\"\ny,3\n")).containsExactly("2/2 x", "4/3 y");
    assertThat(problems).isEmpty();
  }

  @Test
  void passesOverAByteOrderMarkAndWindowsLineEnds() throws IOException {
    try (Table table = Table.open(write("\uFEFFa,b\r\nx,y\r\n"), "t.csv", CsvDialect.RFC4180)) {
      assertThat(table.header()).containsExactly("a", "b");
      assertThat(table.column("b")).contains(1);
      assertThat(table.column("c")).isEmpty();
    }
  }

  @Test
  void leavesOutARaggedRowAndReadsOn() throws IOException {
    assertThat(read("a,b\nx\ny,1\nz,1,2\n")).containsExactly("3/3 y");
    assertThat(problems)
        .extracting(Diagnostic::what)
        .containsExactly(
            "the row has 1 cell, the header 2 cells", "the row has 3 cells, the header 2 cells");
    assertThat(unsound).containsExactly(List.of("x"), List.of("z", "1", "2"));
  }

  @Test
  void keepsQuotesThatAreDoubled() throws IOException {
    assertThat(read("a,b\n\"say \"\"hi\"\"\",2\n")).containsExactly("2/2 say \"hi\"");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> Table.open(temp.resolve("no.csv"), "no.csv", CsvDialect.RFC4180))
        .hasMessage(
            """
            no.csv: error: there is no such file
              why: the command, a mapping or the project's layout names this file
              fix: create it, or correct the path that names it""");
  }

  @Test
  void refusesAFolder() {
    assertThatThrownBy(() -> Table.open(temp, "folder", CsvDialect.RFC4180))
        .hasMessage(
            """
            folder: error: the file cannot be read: Is a directory
              why: the operating system refuses it
              fix: check that it is a file and that you may read it""");
  }

  @Test
  void namesEveryLineThatIsNotInTheEncoding() throws IOException {
    Path file = temp.resolve("latin.csv");
    Files.write(file, "a\nä\nb\nö\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Table.open(file, "latin.csv", CsvDialect.RFC4180))
        .hasMessage(
            """
            latin.csv:2: error: the line is not UTF-8
              why: the file is read as UTF-8, and no character is guessed
              fix: save the file in that encoding
            latin.csv:4: error: the line is not UTF-8
              why: the file is read as UTF-8, and no character is guessed
              fix: save the file in that encoding""");
  }

  @Test
  void refusesTextAfterAClosingQuote() throws IOException {
    try (Table table = Table.open(write("a,b\nx,y\n\"x\" z,y\n"), "t.csv", CsvDialect.RFC4180)) {
      assertThatThrownBy(() -> table.forEach(row -> {}, (row, problem) -> {}))
          .hasMessageStartingWith("t.csv:3: error: the record cannot be read: ")
          .hasMessageEndingWith("\n  fix: check the quotes of this record");
    }
  }

  @Test
  void rowsStayAsTheyWereRead() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Table table = Table.open(write("a,b\nx,\ny,1\n"), "t.csv", CsvDialect.RFC4180)) {
      table.forEach(rows::add, (row, problem) -> {});
    }
    assertThat(rows).extracting(Row::cells).containsExactly(List.of("x", ""), List.of("y", "1"));
    assertThat(rows).extracting(Row::line).containsExactly(2L, 3L);
  }

  @Test
  void readsRowsOfManyCells() throws IOException {
    String header = String.join(",", Collections.nCopies(99, "%d")).formatted(numbers(99));
    assertThat(read(header + "\nx" + ",".repeat(98) + "\ny\nz" + ",".repeat(98) + "\n"))
        .containsExactly("2/2 x", "4/4 z");
  }

  private static Object[] numbers(int count) {
    return IntStream.range(0, count).boxed().toArray();
  }

  @Test
  void leavesOutARowWithAnOverlongCell() throws IOException {
    String most = "x".repeat(Table.CELL_LIMIT);
    assertThat(read("a,b\n1," + most + "\n2,x" + most + "\n3,x\n"))
        .containsExactly("2/2 1", "4/4 3");
    assertThat(problems)
        .extracting(Diagnostic::toString)
        .containsExactly(
            """
            t.csv:3: error: the cell of column 'b' holds 1,048,577 characters
              why: a cell may hold 1,048,576 characters
              fix: shorten the cell, or look for a quote that is not closed""");
  }

  @Test
  void refusesARecordThatNeverEnds() throws IOException {
    String content = "a,b\nx,y\nx,\"" + "y\n".repeat(1 << 23);
    assertThatThrownBy(() -> read(content))
        .hasMessageStartingWith(
            "t.csv:3: error: the record cannot be read: The maximum buffer size of 16777216 is");
  }

  @Test
  void leavesOutARowWithANul() throws IOException {
    assertThat(read("a,b\n1,\0\n2,x\n3,x\0y\n")).containsExactly("3/3 2");
    assertThat(unsound).containsExactly(List.of("1", "\0"), List.of("3", "x\0y"));
    assertThat(problems)
        .extracting(Diagnostic::toString)
        .startsWith(
            """
            t.csv:2: error: the cell of column 'b' holds a NUL character
              why: U+0000 is no text, and nothing in RDF can hold it
              fix: remove it; if there are many, the file may be in another encoding""")
        .hasSize(2);
  }

  @Test
  void refusesAHeaderWithANul() {
    assertThatThrownBy(() -> read("a\0,b\n1,2\n"))
        .hasMessage(
            """
            t.csv:1: error: the header holds a NUL character
              why: U+0000 is no text, and nothing in RDF can hold it
              fix: remove it; if there are many, the file may be in another encoding""");
  }

  @Test
  void findsANulFarIntoAFile() throws IOException {
    assertThat(read("a,b\n" + "x,y\n".repeat(50_000) + "x,\0")).hasSize(50_000);
    assertThat(problems).extracting(d -> d.location().toString()).containsExactly("t.csv:50002");
  }

  @Test
  void refusesAnEmptyTable() {
    assertThatThrownBy(() -> read(""))
        .hasMessage(
            """
            t.csv: error: the table is empty
              why: the first line of a table names its columns
              fix: add the header line, or remove the file and the mapping that reads it""");
  }

  @Test
  void refusesAHeaderWithAQuoteThatIsNotClosed() {
    assertThatThrownBy(() -> read("a,\"b\n1,2\n"))
        .hasMessage(
            """
            t.csv:1: error: a quote is opened after this line's start and never closed
              why: a cell that starts with '"' ends with it too
              fix: close the quote; a quote inside a cell is doubled""");
  }

  @Test
  void namesTheLineOnWhichAQuoteIsOpened() {
    assertThatThrownBy(() -> read("a,b\n\"1\n1\",2\n\n3,\"4\n5,6\n"))
        .hasMessageStartingWith("t.csv:5: error: a quote is opened");
  }

  @Test
  void refusesAColumnThatStandsTwice() {
    assertThatThrownBy(() -> read("\na,a\n"))
        .hasMessage(
            """
            t.csv:2: error: column 'a' stands twice in the header
              why: a mapping refers to a column by its name, so names are unique in a table
              fix: rename one of the two columns""");
  }

  @Test
  void readsOtherDelimitersAndQuotes() throws IOException {
    CsvDialect dialect = new CsvDialect(';', '\'', Optional.empty(), true, 0, true, false);
    assertThat(read("a;b\n'x;''y';1\n", dialect)).containsExactly("2/2 x;'y");
  }

  @Test
  void numbersTheColumnsOfATableWithoutAHeader() throws IOException {
    CsvDialect dialect = new CsvDialect(',', '"', Optional.empty(), false, 0, true, false);
    assertThat(read("x,1\ny,2\n", dialect)).containsExactly("1/1 x", "2/2 y");
    try (Table table = Table.open(write("x,1\n"), "t.csv", dialect)) {
      assertThat(table.header()).containsExactly("_col.1", "_col.2");
    }
  }

  @Test
  void checksTheFirstRowOfATableWithoutAHeader() throws IOException {
    CsvDialect dialect = new CsvDialect(',', '"', Optional.empty(), false, 0, true, false);
    assertThat(read("\0,1\ny,2\n", dialect)).containsExactly("2/2 y");
    assertThat(problems)
        .extracting(Diagnostic::what)
        .containsExactly("the cell of column '_col.1' holds a NUL character");
  }

  @Test
  void refusesAnEmptyTableWithoutAHeader() {
    CsvDialect dialect = new CsvDialect(',', '"', Optional.empty(), false, 0, true, false);
    assertThatThrownBy(() -> read("\n", dialect))
        .hasMessage(
            """
            t.csv: error: the table is empty
              why: a table without a header has the columns of its first row
              fix: add a row, or remove the file and the mapping that reads it""");
  }

  @Test
  void passesOverComments() throws IOException {
    CsvDialect dialect = new CsvDialect(',', '"', Optional.of('#'), true, 0, true, false);
    assertThat(read("#1\na,b\nx,#\n#y,\"\nz,2\n", dialect)).containsExactly("3/2 x", "5/3 z");
    assertThat(problems).isEmpty();
  }

  @Test
  void passesOverTheFirstLines() throws IOException {
    CsvDialect dialect = new CsvDialect(',', '"', Optional.empty(), true, 2, true, false);
    assertThat(read("\uFEFFmade \"by\r\n\r\na,b\r\nx,1\r\n", dialect)).containsExactly("4/2 x");
  }

  @Test
  void passesOverALastLineWithoutItsEnd() {
    CsvDialect dialect = new CsvDialect(',', '"', Optional.empty(), true, 2, true, false);
    assertThatThrownBy(() -> read("1\n2", dialect))
        .hasMessageStartingWith("t.csv: error: the table is empty\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1\n2", "1\n2\n", "1\n2\n3"})
  void refusesATableWithFewerLinesThanThoseToPassOver(String content) {
    CsvDialect dialect = new CsvDialect(',', '"', Optional.empty(), true, 3, true, false);
    assertThatThrownBy(() -> read(content, dialect))
        .hasMessageStartingWith("t.csv: error: the table is empty\n");
  }

  @Test
  void takesAnEmptyLineForARowWhereTheDialectSaysSo() throws IOException {
    CsvDialect dialect = new CsvDialect(',', '"', Optional.empty(), true, 0, false, false);
    assertThat(read("a\nx\n\ny\n", dialect)).containsExactly("2/2 x", "3/3 ", "4/4 y");
    assertThat(read("a\nx\n\ny\n")).containsExactly("2/2 x", "4/3 y");
  }

  @Test
  void trimsWhereTheDialectSaysSo() throws IOException {
    CsvDialect dialect = new CsvDialect(',', '"', Optional.empty(), true, 0, true, true);
    assertThat(read(" a , b\n x y ,1\n \" x, \"\" \" , 2\n", dialect))
        .containsExactly("2/2 x y", "3/3 x, \"");
    assertThat(read("a,b\n x ,1\n")).containsExactly("2/2  x ");
    try (Table table = Table.open(write(" a ,b\n"), "t.csv", dialect)) {
      assertThat(table.header()).containsExactly("a", "b");
    }
  }

  @Test
  void tellsMistakesOfTrimmedTablesToo() {
    CsvDialect dialect = new CsvDialect(',', '"', Optional.empty(), true, 0, true, true);
    assertThatThrownBy(() -> read("a,b\nx, \"y\n", dialect))
        .hasMessageStartingWith("t.csv:2: error: a quote is opened after this line's start");
    assertThatThrownBy(() -> read("a,b\nx, \"y\" z\n", dialect))
        .hasMessageStartingWith("t.csv:2: error: the record cannot be read: ");
  }

  @Test
  void refusesADialectThatUsesACharacterTwice() {
    CsvDialect dialect = new CsvDialect(';', ';', Optional.of('#'), true, 0, true, false);
    assertThatThrownBy(() -> read("a;b\n", dialect))
        .hasMessage(
            """
            t.csv: error: the table cannot be read with delimiter ';', quote ';', comment '#'
              why: each of them is another character, and none a line end
              fix: correct the dialect in the mapping""");
    CsvDialect lines = new CsvDialect('\n', '"', Optional.empty(), true, 0, true, false);
    assertThatThrownBy(() -> read("a;b\n", lines))
        .hasMessageStartingWith("t.csv: error: the table cannot be read with delimiter '\n'");
  }

  @Test
  void leavesFaultsOfTheProgramToWhoeverMadeThem() {
    InputStream broken =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] target, int start, int length) {
            throw new IllegalStateException("a fault");
          }
        };
    TextFile file =
        new TextFile() {
          @Override
          public String name() {
            return "t.csv";
          }

          @Override
          public Charset encoding() {
            return StandardCharsets.UTF_8;
          }

          @Override
          public InputStream open() {
            return broken;
          }
        };
    assertThatThrownBy(() -> Table.open(file, CsvDialect.RFC4180))
        .isNotInstanceOf(InputException.class)
        .hasRootCauseMessage("a fault");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void readsWhatWasWritten(long seed) throws IOException {
    Random random = new Random(seed);
    List<List<String>> written = new ArrayList<>();
    StringBuilder text = new StringBuilder("a,b,c\n");
    for (int i = 0; i < 5000; i++) {
      List<String> row = List.of(cell(random), cell(random), "x" + cell(random));
      written.add(row);
      text.append(String.join(",", row.stream().map(TableTest::quoted).toList()));
      text.append(random.nextBoolean() ? "\n" : "\r\n");
    }
    List<List<String>> read = new ArrayList<>();
    try (Table table = Table.open(write(text.toString()), "t.csv", CsvDialect.RFC4180)) {
      table.forEach(row -> read.add(row.cells()), (row, problem) -> problems.add(problem));
    }
    assertThat(problems).isEmpty();
    assertThat(read).isEqualTo(written);
  }

  private static String cell(Random random) {
    String letters = "abc,\"\n\r äß€𝄞漢";
    return random
        .ints(random.nextInt(random.nextInt(100) == 0 ? 2000 : 12), 0, 13)
        .map(i -> letters.codePointAt(letters.offsetByCodePoints(0, i)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String quoted(String cell) {
    return cell.matches("[a-c ]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
