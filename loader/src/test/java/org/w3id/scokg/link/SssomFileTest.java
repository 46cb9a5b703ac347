package org.w3id.scokg.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mappings are added to a file that stays what it was otherwise. */
class SssomFileTest {

  private static final String HEAD =
      """
      #mapping_set_id: https://example.org/links
      #license: https://creativecommons.org/publicdomain/zero/1.0/
      #  # a remark
      #curie_map:
      #  ex: https://example.org/id/
      #  exx: https://example.org/id/x/
      """;

  private static final String COLUMNS =
      "subject_id\tpredicate_id\tobject_id\tmapping_justification\tcomment\n";

  @TempDir Path folder;

  private SssomFile open(String text) throws IOException {
    Path file = folder.resolve("links.sssom.tsv");
    Files.writeString(file, text);
    return SssomFile.open(file, "links.sssom.tsv");
  }

  private String text() throws IOException {
    return Files.readString(folder.resolve("links.sssom.tsv"));
  }

  private static String row(String subject, String object) {
    return "%s\tskos:exactMatch\t%s\tsemapv:LexicalMatching\t\n".formatted(subject, object);
  }

  /** An entity is the same as one other at most, but may be close to several. */
  private static String close(String subject, String object) {
    return row(subject, object).replace("exactMatch", "closeMatch");
  }

  private static Map<String, String> mapping(String subject, String object) {
    Map<String, String> mapping = new LinkedHashMap<>();
    mapping.put("subject_id", subject);
    mapping.put("predicate_id", "skos:exactMatch");
    mapping.put("object_id", object);
    mapping.put("mapping_justification", "semapv:LexicalMatching");
    return mapping;
  }

  @Test
  void amongSortedRowsAMappingTakesItsPlace() throws IOException {
    SssomFile file =
        open(HEAD + COLUMNS + row("ex:a", "ex:1") + row("ex:c", "ex:2") + close("ex:c", "ex:3"));
    file.put(mapping("ex:b", "ex:4"));
    Map<String, String> another = mapping("ex:c", "ex:5");
    another.put("predicate_id", "skos:closeMatch");
    file.put(another);
    file.put(mapping("ex:d", "ex:6"));
    assertThat(text())
        .isEqualTo(
            HEAD
                + COLUMNS
                + row("ex:a", "ex:1")
                + row("ex:b", "ex:4")
                + row("ex:c", "ex:2")
                + close("ex:c", "ex:3")
                + close("ex:c", "ex:5")
                + row("ex:d", "ex:6"));
  }

  @Test
  void amongRowsInAnotherOrderAMappingComesLast() throws IOException {
    SssomFile file = open(HEAD + COLUMNS + row("ex:c", "ex:1") + row("ex:a", "ex:2"));
    file.put(mapping("ex:b", "ex:3"));
    assertThat(text())
        .isEqualTo(
            HEAD + COLUMNS + row("ex:c", "ex:1") + row("ex:a", "ex:2") + row("ex:b", "ex:3"));
  }

  @Test
  void columnsAreAddedWhereTheyBelong() throws IOException {
    SssomFile file = open(HEAD + COLUMNS + row("ex:a", "ex:1"));
    Map<String, String> mapping = mapping("ex:b", "ex:2");
    mapping.put("subject_label", "B");
    mapping.put("confidence", "0.5");
    mapping.put("predicate_modifier", "");
    file.put(mapping);
    assertThat(text())
        .isEqualTo(
            HEAD
                + """
                subject_id	subject_label	predicate_id	object_id	mapping_justification	confidence	comment
                ex:a		skos:exactMatch	ex:1	semapv:LexicalMatching		\s
                ex:b	B	skos:exactMatch	ex:2	semapv:LexicalMatching	0.5	\s
                """
                    .replace(" \n", "\n"));
  }

  @Test
  void aMappingTakesThePlaceOfWhatWasSaidOfTheSame() throws IOException {
    SssomFile file =
        open(
            HEAD
                + COLUMNS
                + row("ex:a", "sssom:NoTermFound")
                + row("ex:b", "sssom:NoTermFound")
                + row("ex:b", "ex:2"));
    file.put(mapping("ex:a", "ex:1"));
    Map<String, String> again = mapping("ex:b", "ex:2");
    again.put("comment", "again");
    file.put(again);
    assertThat(text())
        .isEqualTo(
            HEAD
                + COLUMNS
                + row("ex:a", "ex:1")
                + row("ex:b", "ex:2").replace("\t\n", "\tagain\n"));
  }

  @Test
  void aDeniedMappingLeavesTheFindingThatThereIsNone() throws IOException {
    SssomFile file = open(HEAD + COLUMNS + row("ex:a", "sssom:NoTermFound"));
    Map<String, String> denied = mapping("ex:a", "ex:1");
    denied.put("predicate_modifier", "Not");
    file.put(denied);
    assertThat(file.rows())
        .extracting(row -> row.cell("object_id"))
        .containsExactly("sssom:NoTermFound", "ex:1");
  }

  @Test
  void cellsThatNeedQuotesHaveThem() throws IOException {
    SssomFile file = open(HEAD + COLUMNS + row("ex:a", "ex:1"));
    Map<String, String> mapping = mapping("ex:b", "ex:2");
    mapping.put("comment", "\"so\"\tand\nmore");
    file.put(mapping);
    assertThat(text()).endsWith("semapv:LexicalMatching\t\"\"\"so\"\"\tand\nmore\"\n");
    assertThat(SssomFile.open(folder.resolve("links.sssom.tsv"), "x").rows())
        .extracting(row -> row.cell("comment"))
        .containsExactly("", "\"so\"\tand\nmore");
  }

  @Test
  void whatOthersHaveWrittenMeanwhileStays() throws IOException {
    SssomFile file = open(HEAD + COLUMNS);
    Files.writeString(
        folder.resolve("links.sssom.tsv"), HEAD + "#  # more\n" + COLUMNS + row("ex:a", "ex:1"));
    file.put(mapping("ex:b", "ex:2"));
    assertThat(text())
        .isEqualTo(HEAD + "#  # more\n" + COLUMNS + row("ex:a", "ex:1") + row("ex:b", "ex:2"));
  }

  @Test
  void whatBreaksARuleIsNotWritten() throws IOException {
    String before = HEAD + COLUMNS + row("ex:a", "ex:1");
    SssomFile file = open(before);
    assertThatThrownBy(() -> file.put(mapping("ex:b", "ex:1")))
        .hasMessageStartingWith(
            "links.sssom.tsv:9: error: <https://example.org/id/b> is the same as"
                + " <https://example.org/id/1>, and so is <https://example.org/id/a> at"
                + " links.sssom.tsv:8\n");
    assertThat(text()).isEqualTo(before);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
    file.put(mapping("ex:b", "ex:2"));
    assertThat(text()).isEqualTo(before + row("ex:b", "ex:2"));
  }

  @Test
  void theLongestPrefixShortens() throws IOException {
    SssomFile file = open(HEAD + COLUMNS);
    assertThat(file.shorten("https://example.org/id/x/1")).contains("exx:1");
    assertThat(file.shorten("https://example.org/id/y/1")).contains("ex:y/1");
    assertThat(file.shorten("https://example.com/")).isEmpty();
    assertThat(file.expand("exx:1", "object_id")).isEqualTo("https://example.org/id/x/1");
    assertThat(file.subjects()).isEmpty();
  }

  @Test
  void aFolderThatIsGoneIsTold() {
    Path file = folder.resolve("gone/links.sssom.tsv");
    assertThatThrownBy(() -> WholeFile.write(file, "links.sssom.tsv", "text"))
        .hasMessage(
            """
            links.sssom.tsv: error: the file cannot be written: its folder is not there
              why: it is written beside its place and moved there, so that it is whole at all times
              fix: let its folder be written to, or make room; the file is as it was""");
  }

  @Test
  void theShippedMappingsAreWrittenAsTheyStand() throws IOException {
    List<Path> shipped;
    try (Stream<Path> files = Files.list(Path.of("../mappings"))) {
      shipped = files.filter(f -> f.toString().endsWith(".sssom.tsv")).toList();
    }
    assertThat(shipped).isNotEmpty();
    for (Path file : shipped) {
      assertThat(TsvTable.read(file, "x").text()).isEqualTo(Files.readString(file));
    }
  }
}
