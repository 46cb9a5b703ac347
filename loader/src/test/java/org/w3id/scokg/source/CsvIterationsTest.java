package org.w3id.scokg.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.facts.CsvDialect;
import org.w3id.scokg.source.Iterations.Detail;

/** Tables as a mapping reads them. */
class CsvIterationsTest {

  @TempDir Path temp;
  private final List<Iteration> records = new ArrayList<>();
  private final List<BadRecord> bad = new ArrayList<>();

  private Iterations open(String content) throws IOException {
    return open(content.getBytes(UTF_8), Compression.NONE);
  }

  private Iterations open(byte[] content, Compression compression) throws IOException {
    return Iterations.open(
        new SourceFile(
            Files.write(temp.resolve("t.csv"), content), "t.csv", compression, ISO_8859_1),
        new Format.Csv(CsvDialect.RFC4180),
        Detail.WHOLE);
  }

  @Test
  void givesEachRowItsValues() throws IOException {
    try (Iterations rows = open("id,name\n1,x\n2,\n")) {
      int name = rows.reference("name");
      assertThat(rows.reference("name")).isEqualTo(name);
      rows.forEach(records::add, bad::add);
      assertThat(records).extracting(r -> r.count(name)).containsExactly(1, 1);
      assertThat(records).extracting(r -> r.value(name, 0)).containsExactly("x", "");
      assertThat(records).extracting(r -> r.kind(name, 0)).containsOnly(ValueKind.STRING);
      assertThat(records).extracting(Iteration::line).containsExactly(2L, 3L);
      assertThat(records).extracting(Iteration::number).containsExactly(2L, 3L);
      assertThat(rows.absent()).isEmpty();
      assertThat(rows.names()).containsExactly("id", "name");
      assertThat(rows.name()).isEqualTo("t.csv");
    }
    assertThat(bad).isEmpty();
  }

  @Test
  void suggestsTheColumnThatWasMeant() throws IOException {
    try (Iterations rows = open("id,name\n")) {
      BadReference e = catchThrowableOfType(BadReference.class, () -> rows.reference("nmae"));
      assertThat(e.what()).isEqualTo("column 'nmae' is not in t.csv");
      assertThat(e.why()).isEqualTo("it reads that column; the columns are: id, name");
      assertThat(e.fix()).isEqualTo("did you mean 'name'?");
    }
  }

  @Test
  void saysWhatToDoWhereNoColumnIsNear() throws IOException {
    try (Iterations rows = open("id,name\n")) {
      BadReference e = catchThrowableOfType(BadReference.class, () -> rows.reference("population"));
      assertThat(e.fix()).isEqualTo("add the column to the table, or correct the reference");
    }
  }

  @Test
  void writesARowAsAJsonObject() throws IOException {
    try (Iterations rows = open("id,\"a \"\"b\"\"\"\n1,\"c\\d\n\r\te\u0001ä\"\n")) {
      rows.forEach(records::add, bad::add);
    }
    assertThat(records)
        .extracting(Iteration::json)
        .containsExactly("{\"id\":\"1\",\"a \\\"b\\\"\":\"c\\\\d\\n\\r\\te\\u0001\u00c3\u00a4\"}");
  }

  @Test
  void givesWhatWasReadOfABadRow() throws IOException {
    try (Iterations rows = open("id,name\n1\n2,x,y\n3,z\n")) {
      rows.forEach(records::add, bad::add);
    }
    assertThat(records).extracting(Iteration::number).containsExactly(4L);
    assertThat(bad).extracting(BadRecord::json).containsExactly("[\"1\"]", "[\"2\",\"x\",\"y\"]");
    assertThat(bad)
        .extracting(b -> b.problem().location().toString())
        .containsExactly("t.csv:2", "t.csv:3");
  }

  @Test
  void readsPackedTables() throws IOException {
    byte[] packed = Packed.gzip("id\n\u00e4\n".getBytes(ISO_8859_1));
    try (Iterations rows = open(packed, Compression.GZIP)) {
      rows.forEach(records::add, bad::add);
    }
    assertThat(records).extracting(r -> r.value(0, 0)).containsExactly("ä");
  }

  @Test
  void namesTheLineUpToWhichATableWasUnpacked() throws IOException {
    StringBuilder text = new StringBuilder("id,number\n");
    new Random(7).ints(100_000).forEach(i -> text.append("x,").append(i).append('\n'));
    byte[] packed = Packed.gzip(text.toString().getBytes(UTF_8));
    byte[] half = Arrays.copyOf(packed, packed.length / 2);
    try (Iterations rows = open(half, Compression.GZIP)) {
      InputException e =
          catchThrowableOfType(InputException.class, () -> rows.forEach(records::add, bad::add));
      assertThat(e)
          .hasMessage(
              """
              t.csv:%d: error: the packed file ends in the middle
                why: it was cut off when it was written, copied or fetched
                fix: pack it or fetch it again"""
                  .formatted(records.size() + 2));
    }
    assertThat(records).hasSizeGreaterThan(10_000);
  }

  @Test
  void refusesAnArchiveOfSeveralTables() throws IOException {
    byte[] table = "id\n1\n".getBytes(UTF_8);
    byte[] packed = Packed.gzip(Packed.tar(new TreeMap<>(Map.of("a", table, "b", table))));
    try (Iterations rows = open(packed, Compression.TAR_GZIP)) {
      assertThatThrownBy(() -> rows.forEach(records::add, bad::add))
          .hasMessageStartingWith("t.csv: error: the archive holds 2 files: a, b\n");
    }
  }

  @Test
  void closesAFileThatCannotBeUsed() {
    SourceFile file = new SourceFile(temp, "folder", Compression.NONE, UTF_8);
    CsvDialect dialect = new CsvDialect(',', '"', Optional.empty(), true, 1, true, false);
    assertThatThrownBy(() -> new CsvIterations(file, dialect))
        .hasMessageStartingWith("folder: error: the file cannot be read: Is a directory\n");
  }
}
