package org.w3id.scokg.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;

class MappingRunTest {

  private static final String MAPPING =
      """
      @prefix rml: <http://w3id.org/rml/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix ex: <https://example.org/> .

      <#person>
        rml:logicalSource [
          rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "people.csv" ] ;
          rml:referenceFormulation rml:CSV ] ;
        rml:subjectMap [ rml:template "https://example.org/{id}" ] ;
        rml:predicateObjectMap [ rml:predicate ex:name ; rml:objectMap [ rml:reference "name" ] ] ;
        rml:predicateObjectMap [
          rml:predicate ex:born ;
          rml:objectMap [ rml:reference "born" ; rml:datatype xsd:date ] ] ;
        rml:predicateObjectMap [
          rml:predicate ex:page ;
          rml:objectMap [ rml:reference "page" ; rml:termType rml:IRI ] ] .
      """;

  private static final String PEOPLE =
      """
      id,name,born,page
      p1,Yuri,1934-03-09,https://example.org/~yuri
      p2,Valentina,6 March,https://example.org/~valentina
      p3,Alexei
      p4,Andriyan,1929-09-05,on paper
      """;

  private static final Diagnostic NO_DATE =
      new Diagnostic(
          Location.of("people.csv", 3),
          "column 'born' holds '6 March', which is no xsd:date",
          "mapping.ttl:13 <#person> maps it to xsd:date",
          "correct the cell, or give the map another datatype");

  private static final Diagnostic RAGGED =
      new Diagnostic(
          Location.of("people.csv", 4),
          "the row has 2 cells, the header 4 cells",
          "every row has one cell for each column: id, name, born, page",
          "add the missing cells, empty if there is nothing to say");

  private static final Diagnostic NO_IRI =
      new Diagnostic(
          Location.of("people.csv", 5),
          "column 'page' holds 'on paper', not an IRI",
          "mapping.ttl:16 <#person> makes an IRI of it",
          "write the whole IRI with its scheme, or give a base IRI");

  @TempDir Path folder;
  private final Diagnostics problems = new Diagnostics();
  private final List<Rejection> rejected = new ArrayList<>();
  private final List<Diagnostic> kept = new ArrayList<>();
  private final RecordListener listener =
      new RecordListener() {
        @Override
        public void record(String source, long line) {}

        @Override
        public void rejected(Rejection rejection) {
          rejected.add(rejection);
        }

        @Override
        public void kept(List<Diagnostic> flaws) {
          kept.addAll(flaws);
        }
      };

  private Mapping mapping(UnaryOperator<MappingOptions> chosen) throws IOException {
    Files.writeString(folder.resolve("mapping.ttl"), MAPPING);
    Files.writeString(folder.resolve("people.csv"), PEOPLE);
    return Mapping.read(
        List.of(folder.resolve("mapping.ttl")), chosen.apply(MappingOptions.in(folder)));
  }

  private MappingSummary run(OnError fate, StringBuilder out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    MappingSummary summary =
        mapping(o -> o.withOnError(fate)).writeNQuads(bytes, listener, problems);
    out.append(bytes.toString(StandardCharsets.UTF_8));
    return summary;
  }

  @Test
  void reportsAllProblemsWhereTheyFail() throws IOException {
    run(OnError.FAIL, new StringBuilder());

    assertThat(problems.list()).containsExactly(NO_DATE, RAGGED, NO_IRI);
    assertThat(rejected).isEmpty();
  }

  @Test
  void handsOutWholeRecordsWithTheirReasonsWhereTheyAreSkipped() throws IOException {
    StringBuilder out = new StringBuilder();
    MappingSummary summary = run(OnError.SKIP, out);

    assertThat(rejected)
        .containsExactly(
            new Rejection(
                "people.csv",
                3,
                "{\"id\":\"p2\",\"name\":\"Valentina\",\"born\":\"6 March\","
                    + "\"page\":\"https://example.org/~valentina\"}",
                List.of(NO_DATE)),
            new Rejection("people.csv", 4, "[\"p3\",\"Alexei\"]", List.of(RAGGED)),
            new Rejection(
                "people.csv",
                5,
                "{\"id\":\"p4\",\"name\":\"Andriyan\",\"born\":\"1929-09-05\","
                    + "\"page\":\"on paper\"}",
                List.of(NO_IRI)));
    assertThat(problems.isEmpty()).isTrue();
    assertThat(summary).isEqualTo(new MappingSummary(4, 3, 3));
    assertThat(out.toString().lines())
        .hasSize(3)
        .allMatch(l -> l.contains("<https://example.org/p1>"));
  }

  @Test
  void keepsWhatRdfAllowsWhereItIsKept() throws IOException {
    StringBuilder out = new StringBuilder();
    MappingSummary summary = run(OnError.KEEP, out);

    assertThat(kept).containsExactly(NO_DATE, NO_IRI);
    assertThat(rejected).extracting(Rejection::problems).containsExactly(List.of(RAGGED));
    assertThat(problems.isEmpty()).isTrue();
    assertThat(summary).isEqualTo(new MappingSummary(4, 1, 8));
    assertThat(out.toString())
        .contains("\"6 March\"^^<http://www.w3.org/2001/XMLSchema#date>")
        .doesNotContain("on paper");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAIL", "SKIP", "KEEP"})
  void handsTheSameStatementsToAHandlerAsItWrites(String fate) throws IOException {
    StringBuilder written = new StringBuilder();
    MappingSummary summary = run(OnError.valueOf(fate), written);
    List<Statement> handled = new ArrayList<>();
    Mapping same = mapping(o -> o.withOnError(OnError.valueOf(fate)));

    MappingSummary other =
        same.run(
            new AbstractRDFHandler() {
              @Override
              public void handleStatement(Statement statement) {
                handled.add(statement);
              }
            },
            listener,
            new Diagnostics());

    assertThat(other).isEqualTo(summary);
    assertThat(handled).hasSameSizeAs(written.toString().lines().toList());
  }

  @Test
  void takesAnUnknownColumnForNullWhereItIsAskedTo() throws IOException {
    Files.writeString(folder.resolve("mapping.ttl"), MAPPING.replace("\"born\"", "\"bron\""));
    Files.writeString(folder.resolve("people.csv"), "id,name,born,page\np1,Yuri,,urn:x:y\n");
    MappingOptions options = MappingOptions.in(folder);
    List<Path> files = List.of(folder.resolve("mapping.ttl"));

    Mapping.read(files, options).run(new AbstractRDFHandler() {}, listener, problems);
    assertThat(problems.list())
        .extracting(Diagnostic::what)
        .containsExactly("column 'bron' is not in people.csv");

    Diagnostics none = new Diagnostics();
    MappingSummary summary =
        Mapping.read(files, options.withUnknownReference(UnknownReference.NULL))
            .run(new AbstractRDFHandler() {}, listener, none);
    assertThat(none.isEmpty()).isTrue();
    assertThat(summary.statements()).isEqualTo(2);
  }

  @Test
  void passesOnWhatAHandlerThrowsWhileALargeSourceIsReadAhead() throws IOException {
    Mapping mapping = mapping(o -> o);
    Files.writeString(
        folder.resolve("people.csv"),
        "id,name,born,page\n" + "p1,Yuri,1934-03-09,urn:x:y\n".repeat(100_000));
    AbstractRDFHandler failing =
        new AbstractRDFHandler() {
          private int left = 10_000;

          @Override
          public void handleStatement(Statement statement) {
            if (left-- == 0) {
              throw new UnsupportedOperationException("full");
            }
          }
        };

    assertThatThrownBy(() -> mapping.run(failing, listener, problems))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("full");
  }

  @Test
  void readsALargeSourceInItsOrder() throws IOException {
    Mapping mapping = mapping(o -> o);
    StringBuilder rows = new StringBuilder("id,name,born,page\n");
    for (int i = 0; i < 50_000; i++) {
      rows.append('p').append(i).append(",Yuri,1934-03-09,urn:x:y\n");
    }
    Files.writeString(folder.resolve("people.csv"), rows);
    List<String> subjects = new ArrayList<>();

    mapping.run(
        new AbstractRDFHandler() {
          @Override
          public void handleStatement(Statement statement) {
            if (statement.getPredicate().getLocalName().equals("name")) {
              subjects.add(statement.getSubject().stringValue());
            }
          }
        },
        listener,
        problems);

    assertThat(problems.list()).isEmpty();
    assertThat(subjects).hasSize(50_000);
    for (int i = 0; i < subjects.size(); i += 997) {
      assertThat(subjects.get(i)).isEqualTo("https://example.org/p" + i);
    }
  }

  private List<Diagnostic> problemsOfBooks(String reference) throws IOException {
    Files.writeString(
        folder.resolve("mapping.ttl"),
        """
        @prefix rml: <http://w3id.org/rml/> .
        <#book> rml:logicalSource [
            rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "books.json" ] ;
            rml:referenceFormulation rml:JSONPath ; rml:iterator "$[*]" ] ;
          rml:subjectMap [ rml:constant <https://example.org/b> ] ;
          rml:predicateObjectMap [ rml:predicate <https://example.org/p> ;
            rml:objectMap [ rml:reference "%s" ] ] .
        """
            .formatted(reference));
    Files.writeString(
        folder.resolve("books.json"), "[{\"title\":\"A\",\"authors\":[\"Ada\",\"Ben\"]}]");
    Mapping.read(List.of(folder.resolve("mapping.ttl")), MappingOptions.in(folder))
        .run(new AbstractRDFHandler() {}, listener, problems);
    return problems.list();
  }

  @Test
  void tellsAReferenceThatNoRecordHas() throws IOException {
    assertThat(problemsOfBooks("titel"))
        .singleElement()
        .hasToString(
            """
            mapping.ttl:7: error: reference 'titel' is in no record of books.json
              why: [ rml:reference "titel" ]: it reads that; the records have: authors, title
              fix: did you mean 'title'?""");
  }

  @Test
  void tellsAnArrayThatATermIsMadeOf() throws IOException {
    assertThat(problemsOfBooks("authors"))
        .singleElement()
        .hasToString(
            """
            books.json:1: error: reference 'authors' holds the array '["Ada","Ben"]'
              why: mapping.ttl:7 <#book> makes a term of it, which takes a single value
              fix: refer to what is in it, such as '[*]' for the items of an array""");
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {2, 5})
  void writesTheSameBytesOnSeveralThreads(int threads) throws IOException {
    StringBuilder rows = new StringBuilder("id,name,born,page\n");
    for (int i = 0; i < 30_000; i++) {
      rows.append("p%d,Yuri \"\"%d\"\",1934-03-%02d,urn:x:y\n".formatted(i, i, i % 32));
    }
    ByteArrayOutputStream alone = new ByteArrayOutputStream();
    ByteArrayOutputStream together = new ByteArrayOutputStream();
    Mapping one = mapping(o -> o.withOnError(OnError.SKIP).withThreads(1));
    Mapping several = mapping(o -> o.withOnError(OnError.SKIP).withThreads(threads));
    Files.writeString(folder.resolve("people.csv"), rows.toString().replace("\"\"", ""));

    MappingSummary summary = one.writeNQuads(alone, listener, problems);
    List<Rejection> inOrder = List.copyOf(rejected);
    rejected.clear();

    assertThat(several.writeNQuads(together, listener, problems)).isEqualTo(summary);
    assertThat(together.toByteArray()).isEqualTo(alone.toByteArray());
    assertThat(rejected).isEqualTo(inOrder).hasSizeGreaterThan(900);
  }
}
