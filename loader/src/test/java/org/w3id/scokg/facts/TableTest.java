package org.w3id.scokg.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.scokg.diagnostic.Diagnostic;

/** Tables as spreadsheets write them, and as accidents leave them. */
class TableTest {

  @TempDir Path temp;
  private final List<Diagnostic> problems = new ArrayList<>();

  private Path write(String content) throws IOException {
    return Files.writeString(temp.resolve("t.csv"), content);
  }

  private List<String> read(String content) throws IOException {
    List<String> rows = new ArrayList<>();
    try (Table table = Table.open(write(content), "t.csv", CsvDialect.RFC4180)) {
      table.forEach(
          row -> rows.add("%d/%d %s".formatted(row.line(), row.number(), row.cell(0))),
          problems::add);
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
              why: a mapping or the project's layout asks for this table
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
              why: tables are read as UTF-8, and no character is guessed
              fix: save the file in that encoding
            latin.csv:4: error: the line is not UTF-8
              why: tables are read as UTF-8, and no character is guessed
              fix: save the file in that encoding""");
  }

  @Test
  void refusesTextAfterAClosingQuote() throws IOException {
    try (Table table = Table.open(write("a,b\nx,y\n\"x\" z,y\n"), "t.csv", CsvDialect.RFC4180)) {
      assertThatThrownBy(() -> table.forEach(row -> {}, problems::add))
          .hasMessageStartingWith("t.csv:3: error: the record cannot be read: ")
          .hasMessageEndingWith("\n  fix: check the quotes of this record");
    }
  }
}
