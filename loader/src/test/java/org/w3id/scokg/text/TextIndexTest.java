package org.w3id.scokg.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words lead to things, in any form that they have in a language. */
class TextIndexTest {

  private static final String TOWNS =
      """
      PREFIX :        <https://example.org/>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX skos:    <http://www.w3.org/2004/02/skos/core#>
      :f1 {
        :ford skos:prefLabel "Nowy Bród"@en , "Новый Брод"@ru ; skos:altLabel "New Ford"@en ;
          dcterms:description "A town with many ferries."@en , "Город у переправы."@ru , "渡口旁的城镇。"@zh .
        :lesna skos:prefLabel "Lesna"@en ; dcterms:description "A river with one ferry."@en .
        [] dcterms:description "A ferry that nobody named."@en .
        :ferry :length 3 .
      }
      :f2 { :ford skos:prefLabel "Nowy Bród"@en . }
      """;

  @TempDir Path folder;
  private Path written;
  private DatasetGraph dataset;

  @BeforeEach
  void write() throws IOException {
    dataset = DatasetGraphFactory.create();
    RDFParser.fromString(TOWNS, Lang.TRIG).parse(dataset);
    written = folder.resolve("text");
    TextIndexWriter.write(Iter.toList(dataset.find()), written);
  }

  private TextIndex open() {
    return TextIndex.open(written).orElseThrow();
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource({
    "ferry, lesna ford",
    "many ferry, ford",
    "FERRIES, lesna ford",
    "fer, ford lesna",
    "river ferr, lesna",
    "bród, ford",
    "new for, ford",
    "переправа, ford",
    "城镇, ford",
    "ferry nothing, ''",
    "!?, ''",
    "'a\"b OR (', ''",
  })
  void wordsOfANameOrDescriptionFindWhatItIsOf(String text, String found) {
    try (TextIndex index = open()) {
      assertThat(index.find(text, List.of("en", "ru", "zh"), 10))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(found.split(" ", -1))
                  .filter(name -> !name.isEmpty())
                  .map(name -> "https://example.org/" + name)
                  .toList());
    }
  }

  private List<String> ask(String pattern) {
    String query =
        "PREFIX text: <http://jena.apache.org/text#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
            + "PREFIX dcterms: <http://purl.org/dc/terms/> SELECT ?s ?t { "
            + pattern
            + " } ORDER BY ?s ?t";
    try (QueryExec exec = QueryExec.dataset(dataset).query(query).build()) {
      List<String> rows = new ArrayList<>();
      exec.select()
          .forEachRemaining(
              row ->
                  rows.add(
                      row.get("s").getURI().substring(20)
                          + (row.contains("t") ? " " + row.get("t").getLiteralLexicalForm() : "")));
      return rows;
    }
  }

  @Test
  void sparqlSearchesTheSameIndex() {
    try (TextIndex index = open()) {
      index.serve(dataset);

      assertThat(ask("?s text:query \"brod*\"")).isEmpty();
      assertThat(ask("?s text:query \"Bród\"")).containsExactly("ford");
      assertThat(ask("?s text:query (skos:altLabel \"ford\")")).containsExactly("ford");
      assertThat(ask("(?s ?score ?t) text:query (dcterms:description \"ferry\" \"lang:en\")"))
          .containsExactly("ford A town with many ferries.", "lesna A river with one ferry.");
      assertThat(TextIndex.of(dataset)).contains(index);
    }
  }

  @Test
  void aTextThatIsWrittenWrongIsTheAskersMistake() {
    try (TextIndex index = open()) {
      index.serve(dataset);

      assertThatThrownBy(() -> ask("?s text:query \"[\""))
          .isInstanceOf(QueryParseException.class)
          .hasMessageContaining("Text search parse error");
    }
  }

  @Test
  void severalReadAtOnceAndChangeNoFile() throws IOException {
    Map<String, byte[]> before = files();
    try (TextIndex one = open();
        TextIndex other = open()) {
      assertThat(one.find("ferry", List.of("en"), 10))
          .isEqualTo(other.find("ferry", List.of("en"), 10))
          .hasSize(2);
    }
    assertThat(files()).containsExactlyEntriesOf(before).doesNotContainKey("write.lock");
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(written)) {
      for (Path file : all.toList()) {
        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    }
    return files;
  }

  @Test
  void aBuildWithoutAnIndexHasNone() {
    assertThat(TextIndex.open(folder.resolve("none"))).isEmpty();
    assertThat(TextIndex.of(dataset)).isEmpty();
  }
}
