package org.w3id.scokg.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

class SssomTest {

  private static final String HEAD =
      """
      #mapping_set_id: https://example.org/links
      #license: https://creativecommons.org/publicdomain/zero/1.0/
      #curie_map:
      #  ex: https://example.org/id/
      #  wd: http://www.wikidata.org/entity/
      """;

  private static final String COLUMNS =
      "subject_id\tpredicate_id\tobject_id\tmapping_justification";

  @TempDir Path folder;

  @Test
  void expandsEachRowToAStatementOfTheGraph() {
    MappingSet set = read(HEAD + COLUMNS + "\n" + row("ex:a", "wd:Q1") + row("ex:b", "wd:Q2"));

    assertThat(set.id()).isEqualTo("https://example.org/links");
    assertThat(set.license()).isEqualTo("https://creativecommons.org/publicdomain/zero/1.0/");
    assertThat(statements(set))
        .containsExactly(
            "<https://example.org/id/a> <http://www.w3.org/2004/02/skos/core#exactMatch>"
                + " <http://www.wikidata.org/entity/Q1> <https://example.org/graph/links> .",
            "<https://example.org/id/a> <https://schema.org/sameAs>"
                + " <http://www.wikidata.org/entity/Q1> <https://example.org/graph/links> .",
            "<https://example.org/id/b> <http://www.w3.org/2004/02/skos/core#exactMatch>"
                + " <http://www.wikidata.org/entity/Q2> <https://example.org/graph/links> .",
            "<https://example.org/id/b> <https://schema.org/sameAs>"
                + " <http://www.wikidata.org/entity/Q2> <https://example.org/graph/links> .");
  }

  @Test
  void saysOfNothingThatIsOnlyCloseThatItIsTheSame() {
    MappingSet set =
        read(HEAD + COLUMNS + "\n" + row("ex:a", "wd:Q1").replace("exactMatch", "closeMatch"));

    assertThat(statements(set))
        .containsExactly(
            "<https://example.org/id/a> <http://www.w3.org/2004/02/skos/core#closeMatch>"
                + " <http://www.wikidata.org/entity/Q1> <https://example.org/graph/links> .");
  }

  @Test
  void keepsDeniedAndUnmatchedRowsWithoutAssertingThem() {
    MappingSet set =
        read(
            HEAD
                + """
                subject_id	predicate_id	predicate_modifier	object_id	mapping_justification
                ex:a	skos:exactMatch	Not	wd:Q1	semapv:ManualMappingCuration
                ex:b	skos:exactMatch		sssom:NoTermFound	semapv:ManualMappingCuration
                ex:c	skos:exactMatch		sssom:NoTermFound	semapv:ManualMappingCuration
                """);

    assertThat(statements(set)).isEmpty();
    assertThat(set.mappings())
        .extracting(Mapping::location, Mapping::asserted)
        .containsExactly(
            tuple(Location.of("links.sssom.tsv", 7), false),
            tuple(Location.of("links.sssom.tsv", 8), false),
            tuple(Location.of("links.sssom.tsv", 9), false));
  }

  @Test
  void readsTheYamlThatMappingSetsUse() {
    MappingSet set =
        read(
            """
            # mapping_set_id: "https://example.org/links"
            # mapping_set_title: It's a title: with a colon   # and a comment
            # license: 'https://creativecommons.org/publicdomain/zero/1.0/'
            # sssom_version: "1.1"
            # creator_id: [ex:one, "ex:two"]
            # see_also:
            # - https://example.org/a
            #   - https://example.org/b
            # extension_definitions:
            #   - slot_name: shelf
            #     property: ex:shelf
            #
            # curie_map:
            #   ex: https://example.org/id/
            subject_id	predicate_id	object_id	mapping_justification	shelf
            ex:a	skos:closeMatch	ex:b	semapv:LexicalMatching	12
            """);

    assertThat(set.mappings()).hasSize(1);
  }

  @Test
  void readsQuotedCellsAndSeveralValues() {
    MappingSet set =
        read(
            HEAD
                + COLUMNS
                + "\tauthor_id\tcomment\n"
                + "\"ex:a\"\tskos:exactMatch\twd:Q1\tsemapv:LexicalMatching\tex:x|ex:y\t"
                + "\"says \"\"so\"\"\tand\nmore\"\n"
                + "ex:b\tskos:exactMatch\twd:Q2\tsemapv:LexicalMatching\t\t\n");

    assertThat(set.mappings())
        .extracting(mapping -> mapping.location().toString())
        .containsExactly("links.sssom.tsv:7", "links.sssom.tsv:9");
  }

  @Test
  void passesOverAByteOrderMarkCarriageReturnsAndEmptyLines() {
    String text = "\uFEFF" + HEAD + COLUMNS + "\n\n" + row("ex:a", "wd:Q1") + "\n";

    assertThat(read(text.replace("\n", "\r\n")).mappings()).hasSize(1);
  }

  @Test
  void reportsLinesThatAreNotUtf8() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write((HEAD + COLUMNS + "\n").getBytes(StandardCharsets.UTF_8));
    bytes.write(new byte[] {'e', (byte) 0xE9, '\n'});
    Path file = folder.resolve("links.sssom.tsv");
    Files.write(file, bytes.toByteArray());

    assertThat(problem(file))
        .hasMessage(
            """
            links.sssom.tsv:7: error: the line is not UTF-8
              why: SSSOM/TSV is UTF-8, and no character is guessed
              fix: save the file in that encoding""");
  }

  @Test
  void reportsAMissingFile() {
    assertThat(problem(folder.resolve("links.sssom.tsv")))
        .hasMessage(
            """
            links.sssom.tsv: error: there is no such file
              why: links are read from it
              fix: create it, or correct the path that names it""");
  }

  @Test
  void reportsADirectoryInPlaceOfAFile() {
    assertThat(problem(folder))
        .hasMessage(
            """
            links.sssom.tsv: error: the file cannot be read: Is a directory
              why: links are read from it
              fix: check that it is a file and that its mode lets it be read""");
  }

  @Test
  void reportsAHeadWithoutIdentifierAndLicence() {
    assertThat(problem(COLUMNS + "\n"))
        .hasMessage(
            """
            links.sssom.tsv: error: the mapping set has no 'license'
              why: SSSOM demands it: without a licence nobody may use the set
              fix: add a line: #license: https://creativecommons.org/publicdomain/zero/1.0/
            links.sssom.tsv: error: the mapping set has no 'mapping_set_id'
              why: SSSOM demands it: the set is cited by it
              fix: add a line: #mapping_set_id: https://example.org/links/wikidata""");
  }

  @Test
  void reportsEveryProblemOfTheHead() {
    assertThat(
            problem(
                """
                #mapping_set_id: links.sssom.tsv
                #license: https://creativecommons.org/publicdomain/zero/1.0/
                #license: https://creativecommons.org/publicdomain/zero/1.0/
                #mapping_set_titel: Links
                #sssom_version: 2
                #mapping_date: 2021-02-30
                #just words
                #curie_map:
                #  ex: example.org
                #  skos: https://example.org/skos/
                #  wd: http://www.wikidata.org/entity/
                #  wd: http://www.wikidata.org/entity/
                #see_also:
                #  https://example.org/a
                """
                    + COLUMNS
                    + "\n"))
        .hasMessage(
            """
            links.sssom.tsv:1: error: mapping_set_id 'links.sssom.tsv' is not an IRI
              why: SSSOM demands it: the set is cited by it
              fix: write it in full, for example https://example.org/links/wikidata
            links.sssom.tsv:3: error: the slot 'license' is given twice
              why: a key of YAML has one value
              fix: make one of the two
            links.sssom.tsv:4: error: a mapping set has no slot 'mapping_set_titel'
              why: the slots are those of SSSOM 1.1
              fix: write 'mapping_set_title'
            links.sssom.tsv:5: error: sssom_version '2' is not known
              why: the versions of SSSOM are 1.0 and 1.1
              fix: write "1.1"
            links.sssom.tsv:6: error: mapping_date '2021-02-30' is not a date
              why: a date is written year-month-day, and must be in the calendar
              fix: write for example 2021-06-15
            links.sssom.tsv:7: error: 'just words' is not a slot with its value
              why: the head of a mapping set is YAML: a name, ':' and a value
              fix: write it in that form, or in the rows below
            links.sssom.tsv:9: error: the prefix 'ex' stands for no IRI
              why: curie_map gives each prefix the beginning of an IRI
              fix: write: ex: https://example.org/
            links.sssom.tsv:10: error: the prefix 'skos' stands for 'https://example.org/skos/'
              why: SSSOM fixes it as 'http://www.w3.org/2004/02/skos/core#'
              fix: remove the line, or choose another prefix
            links.sssom.tsv:12: error: the prefix 'wd' is declared twice
              why: a prefix stands for one IRI
              fix: remove one of the two
            links.sssom.tsv:14: error: 'https://example.org/a' is not an item of a list
              why: below 'see_also' stands a list, each item after '- '
              fix: write '- ' before it, or move it to the line of its slot""");
  }

  @Test
  void reportsColumnsThatAreUnknownDoubleOrMissing() {
    assertThat(
            problem(
                HEAD
                    + "subject_id\tpredicat_id\tobject_id\tobject_id\tmapping_justification\tshelf\n"))
        .hasMessage(
            """
            links.sssom.tsv:6: error: the column 'object_id' stands twice
              why: a mapping has one cell for each slot
              fix: remove one of the two
            links.sssom.tsv:6: error: the column 'predicat_id' is unknown
              why: columns are the slots of SSSOM 1.1, or defined in extension_definitions
              fix: write 'predicate_id'
            links.sssom.tsv:6: error: the column 'predicate_id' is missing
              why: SSSOM demands it of every mapping
              fix: add it
            links.sssom.tsv:6: error: the column 'shelf' is unknown
              why: columns are the slots of SSSOM 1.1, or defined in extension_definitions
              fix: remove it, or define it""");
  }

  @Test
  void reportsTabsThatAnEditorReplaced() {
    assertThat(problem(HEAD + COLUMNS.replace("\t", "    ") + "\n"))
        .hasMessage(
            """
            links.sssom.tsv:6: error: the row has no tabs
              why: tabs part the cells; some editors replace them by spaces when they save
              fix: put them back, and turn that setting off for .tsv files""");
    assertThat(problem(HEAD + COLUMNS + "\n" + row("ex:a", "wd:Q1").replace("\t", " ")))
        .hasMessageStartingWith("links.sssom.tsv:7: error: the row has no tabs\n");
  }

  @Test
  void reportsAFileWithoutTable() {
    assertThat(problem(HEAD))
        .hasMessage(
            """
            links.sssom.tsv: error: there are no mappings in it
              why: below the head stands a table whose first row names its columns
              fix: add the row: subject_id (tab) predicate_id (tab) object_id (tab) mapping_justification""");
  }

  @Test
  void reportsARaggedRow() {
    assertThat(problem(HEAD + COLUMNS + "\nex:a\tskos:exactMatch\twd:Q1\n"))
        .hasMessage(
            """
            links.sssom.tsv:7: error: the row has 3 cells
              why: its header has 4 columns
              fix: add or remove tabs until they agree""");
  }

  @Test
  void reportsQuotationMarksThatDoNotPair() {
    assertThat(
            problem(
                HEAD
                    + COLUMNS
                    + "\n\"ex:a\" x\tskos:exactMatch\twd:Q1\t\"semapv:LexicalMatching\n"))
        .hasMessage(
            """
            links.sssom.tsv:7: error: ' x' follows a closing quotation mark
              why: a cell that starts with a quotation mark ends with one (SSSOM/TSV)
              fix: double the quotation marks within the cell
            links.sssom.tsv:7: error: a quotation mark is not closed
              why: a cell that starts with a quotation mark ends with one (SSSOM/TSV)
              fix: close it, or double it if it is meant""");
  }

  @Test
  void reportsEmptyRequiredCells() {
    assertThat(problem(HEAD + COLUMNS + "\n\tskos:exactMatch\t \tsemapv:LexicalMatching\n"))
        .hasMessage(
            """
            links.sssom.tsv:7: error: object_id is empty
              why: SSSOM demands it of every mapping
              fix: fill it; where there is no such entity write sssom:NoTermFound
            links.sssom.tsv:7: error: subject_id is empty
              why: SSSOM demands it of every mapping
              fix: fill it""");
  }

  @Test
  void reportsIdentifiersThatAreNoCuriesOfTheSet() {
    assertThat(
            problem(
                HEAD
                    + COLUMNS
                    + "\n"
                    + row("a", "wd:Q1")
                    + row("exx:a", "wd:Q2")
                    + row("ex:a b", "wd:Q3")
                    + row("ex:c", "http://www.wikidata.org/entity/Q4")
                    + row("geonames:1", "wd:Q5")))
        .hasMessage(
            """
            links.sssom.tsv:7: error: subject_id 'a' has no prefix
              why: identifiers of SSSOM/TSV are CURIEs: a prefix, ':' and a local name
              fix: write it with a prefix of curie_map
            links.sssom.tsv:8: error: subject_id 'exx:a' has the unknown prefix 'exx'
              why: prefixes known here: ex, owl, rdf, rdfs, semapv, skos, sssom, wd
              fix: write 'ex:', or declare 'exx' in curie_map
            links.sssom.tsv:9: error: subject_id 'ex:a b' gives no IRI
              why: it stands for <https://example.org/id/a b>, which holds a character that an IRI may not
              fix: correct the identifier
            links.sssom.tsv:10: error: object_id 'http://www.wikidata.org/entity/Q4' is an IRI, not a CURIE
              why: prefixes known here: ex, owl, rdf, rdfs, semapv, skos, sssom, wd
              fix: declare a prefix for it in curie_map, and write the CURIE
            links.sssom.tsv:11: error: subject_id 'geonames:1' has the unknown prefix 'geonames'
              why: prefixes known here: ex, owl, rdf, rdfs, semapv, skos, sssom, wd
              fix: declare 'geonames' in curie_map""");
  }

  @Test
  void reportsPredicatesThatAreNotForMappings() {
    assertThat(
            problem(
                HEAD
                    + COLUMNS
                    + "\n"
                    + row("ex:a", "wd:Q1").replace("exactMatch", "exactMach")
                    + row("ex:b", "wd:Q2").replace("skos:exactMatch", "rdf:type")))
        .hasMessage(
            """
            links.sssom.tsv:7: error: predicate_id 'skos:exactMach' is not a relation for mappings
              why: SSSOM has: skos:exactMatch, skos:closeMatch, skos:broadMatch, skos:narrowMatch, \
            skos:relatedMatch, owl:sameAs, owl:equivalentClass, owl:equivalentProperty, \
            rdfs:subClassOf, rdfs:subPropertyOf, rdfs:seeAlso
              fix: write 'skos:exactMatch'
            links.sssom.tsv:8: error: predicate_id 'rdf:type' is not a relation for mappings
              why: SSSOM has: skos:exactMatch, skos:closeMatch, skos:broadMatch, skos:narrowMatch, \
            skos:relatedMatch, owl:sameAs, owl:equivalentClass, owl:equivalentProperty, \
            rdfs:subClassOf, rdfs:subPropertyOf, rdfs:seeAlso
              fix: write one of them""");
  }

  @Test
  void leavesPredicatesOfOtherVocabulariesToTheVocabularyGate() {
    assertThat(
            read(HEAD + COLUMNS + "\n" + row("ex:a", "wd:Q1").replace("skos:exactMatch", "ex:like"))
                .mappings())
        .hasSize(1);
  }

  @Test
  void reportsMappingsThatAreRepeatedOrContradicted() {
    assertThat(
            problem(
                HEAD
                    + """
                    subject_id	predicate_id	predicate_modifier	object_id	mapping_justification
                    ex:a	skos:exactMatch		wd:Q1	semapv:LexicalMatching
                    ex:a	skos:exactMatch		wd:Q1	semapv:ManualMappingCuration
                    ex:a	skos:exactMatch	Not	wd:Q1	semapv:LexicalMatching
                    """))
        .hasMessage(
            """
            links.sssom.tsv:8: error: the mapping was made before, at links.sssom.tsv:7
              why: saying it twice does not make it truer
              fix: remove one of the two
            links.sssom.tsv:9: error: the mapping contradicts the one at links.sssom.tsv:7
              why: one says that the relation holds, the other that it does not
              fix: decide, and remove the other""");
  }

  @Test
  void reportsTwoSubjectsThatAreExactlyOneObject() {
    assertThat(problem(HEAD + COLUMNS + "\n" + row("ex:a", "wd:Q1") + row("ex:b", "wd:Q1")))
        .hasMessage(
            """
            links.sssom.tsv:8: error: <https://example.org/id/b> is the same as \
            <http://www.wikidata.org/entity/Q1>, and so is <https://example.org/id/a> at \
            links.sssom.tsv:7
              why: two different entities cannot both be exactly one
              fix: correct one of the two, or choose skos:closeMatch or skos:broadMatch""");
  }

  @Test
  void reportsOneSubjectThatIsExactlyTwoObjectsOfOneAuthority() {
    assertThat(problem(HEAD + COLUMNS + "\n" + row("ex:a", "wd:Q1") + row("ex:a", "wd:Q2")))
        .hasMessage(
            """
            links.sssom.tsv:8: error: <https://example.org/id/a> is the same as \
            <http://www.wikidata.org/entity/Q2>, and also as <http://www.wikidata.org/entity/Q1> at \
            links.sssom.tsv:7
              why: <http://www.wikidata.org/entity/> has one name for a thing
              fix: correct one of the two, or choose skos:closeMatch or skos:narrowMatch""");
  }

  @Test
  void letsTwoAuthoritiesNameOneSubject() {
    String head = HEAD.replace("#curie_map:\n", "#curie_map:\n#  gn: https://geo.example/\n");

    assertThat(read(head + COLUMNS + "\n" + row("ex:a", "wd:Q1") + row("ex:a", "gn:1")).mappings())
        .extracting(mapping -> mapping.authority().stringValue())
        .containsExactly("http://www.wikidata.org/entity/", "https://geo.example/");
  }

  @Test
  void reportsAMatchWhereNothingWasFound() {
    String head = HEAD.replace("#curie_map:\n", "#object_source: \"wd:\"\n#curie_map:\n");

    assertThat(
            problem(
                head + COLUMNS + "\n" + row("ex:a", "wd:Q1") + row("ex:a", "sssom:NoTermFound")))
        .hasMessage(
            """
            links.sssom.tsv:9: error: the mapping contradicts the one at links.sssom.tsv:8
              why: one says that nothing was found in <http://www.wikidata.org/entity/>, the other names it
              fix: decide, and remove the other""");
  }

  @Test
  void nothingMayBeFoundInSeveralPlacesAndForSeveralEntities() {
    MappingSet set =
        read(
            HEAD
                + COLUMNS
                + "\tobject_source\n"
                + row("ex:a", "sssom:NoTermFound", "wd:")
                + row("ex:a", "sssom:NoTermFound", "ex:catalogue")
                + row("ex:b", "sssom:NoTermFound", "wd:")
                + row("sssom:NoTermFound", "wd:Q1", "wd:")
                + row("sssom:NoTermFound", "wd:Q2", "wd:"));

    assertThat(set.mappings()).hasSize(5).noneMatch(Mapping::asserted);
  }

  @Test
  void reportsAnObjectThatIsNotOfTheDeclaredSource() {
    String head = HEAD.replace("#curie_map:\n", "#object_source: \"wd:\"\n#curie_map:\n");

    assertThat(problem(head + COLUMNS + "\n" + row("ex:a", "wd:Q1") + row("ex:b", "ex:c")))
        .hasMessage(
            """
            links.sssom.tsv:9: error: object_id 'ex:c' is not of the declared source
              why: object_source says that what is linked to is in <http://www.wikidata.org/entity/>
              fix: correct the identifier, or keep it in the file of its own source""");
  }

  @Test
  void aRowMayNameASourceOfItsOwn() {
    String head = HEAD.replace("#curie_map:\n", "#object_source: \"wd:\"\n#curie_map:\n");

    assertThat(read(head + COLUMNS + "\tobject_source\n" + row("ex:a", "ex:b", "ex:")).mappings())
        .hasSize(1);
  }

  @Test
  void reportsAJustificationThatIsNoWayOfFindingAMatch() {
    assertThat(
            problem(
                HEAD
                    + COLUMNS
                    + "\n"
                    + row("ex:a", "wd:Q1").replace("LexicalMatching", "LexicalMatchng")
                    + row("ex:b", "wd:Q2").replace("semapv:LexicalMatching", "ex:guess")))
        .hasMessage(
            """
            links.sssom.tsv:7: error: mapping_justification 'semapv:LexicalMatchng' is not known
              why: SSSOM knows: semapv:ManualMappingCuration, semapv:MappingReview, \
            semapv:LexicalMatching, semapv:LexicalSimilarityThresholdMatching, \
            semapv:SemanticSimilarityThresholdMatching, semapv:StructuralMatching, \
            semapv:InstanceBasedMatching, semapv:BackgroundKnowledgeBasedMatching, \
            semapv:LogicalReasoning, semapv:MappingChaining, semapv:MappingInversion, \
            semapv:CompositeMatching, semapv:UnspecifiedMatching
              fix: write 'semapv:LexicalMatching'
            links.sssom.tsv:8: error: mapping_justification 'ex:guess' is not known
              why: SSSOM knows: semapv:ManualMappingCuration, semapv:MappingReview, \
            semapv:LexicalMatching, semapv:LexicalSimilarityThresholdMatching, \
            semapv:SemanticSimilarityThresholdMatching, semapv:StructuralMatching, \
            semapv:InstanceBasedMatching, semapv:BackgroundKnowledgeBasedMatching, \
            semapv:LogicalReasoning, semapv:MappingChaining, semapv:MappingInversion, \
            semapv:CompositeMatching, semapv:UnspecifiedMatching
              fix: write one of them""");
  }

  @Test
  void reportsATableWithoutHeader() {
    assertThat(problem(HEAD + row("ex:a", "wd:Q1")))
        .hasMessage(
            """
            links.sssom.tsv:6: error: the table has no header
              why: its first row names the columns, and this one names none
              fix: add above it: subject_id (tab) predicate_id (tab) object_id (tab) mapping_justification""");
  }

  @Test
  void reportsSlotsThatHoldNoIri() {
    assertThat(
            problem(
                HEAD.replace("#curie_map:\n", "#see_also: [example.org]\n#curie_map:\n")
                    + COLUMNS
                    + "\tlicense\n"
                    + row("ex:a", "wd:Q1", "CC0")))
        .hasMessage(
            """
            links.sssom.tsv:3: error: see_also 'example.org' is not an IRI
              why: this slot of SSSOM holds whole addresses, no CURIEs
              fix: write it in full, for example https://example.org/links
            links.sssom.tsv:8: error: license 'CC0' is not an IRI
              why: this slot of SSSOM holds whole addresses, no CURIEs
              fix: write it in full, for example https://example.org/links""");
  }

  @Test
  void comparesSetsWithEachOther() throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("other.sssom.tsv"),
            HEAD + COLUMNS + "\n" + row("ex:a", "wd:Q1") + row("ex:b", "wd:Q2"));
    MappingSet first = read(HEAD + COLUMNS + "\n" + row("ex:a", "wd:Q1") + row("ex:c", "wd:Q2"));
    List<Diagnostic> problems = new ArrayList<>();

    Sssom.compare(List.of(first, Sssom.read(other, "other.sssom.tsv")), problems::add);

    assertThat(problems)
        .extracting(Diagnostic::what)
        .containsExactly(
            "the mapping was made before, at links.sssom.tsv:7",
            "<https://example.org/id/b> is the same as <http://www.wikidata.org/entity/Q2>, and so"
                + " is <https://example.org/id/c> at links.sssom.tsv:8");
  }

  @ParameterizedTest(name = "{0} ''{1}''")
  @CsvSource(
      delimiter = '|',
      value = {
        "confidence|1.2|is not a number from 0 to 1|write for example 0.95",
        "confidence|-0.1|is not a number from 0 to 1|write for example 0.95",
        "confidence|NaN|is not a number from 0 to 1|write for example 0.95",
        "similarity_score|0,5|is not a number from 0 to 1|write for example 0.95",
        "mapping_date|24.11.2026|is not a date|write for example 2021-06-15",
        "review_date|2026-13-01|is not a date|write for example 2021-06-15",
        "predicate_modifier|not|is not known|write 'Not'",
        "mapping_cardinality|2:1|is not known|write '0:1'",
        "subject_type|thing|is not known|write one of them, or leave the cell empty",
      })
  void reportsValuesOutOfTheirRange(String column, String value, String what, String fix) {
    InputException problem =
        problem(HEAD + COLUMNS + "\t" + column + "\n" + row("ex:a", "wd:Q1", value));

    assertThat(problem.diagnostics())
        .singleElement()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.what()).endsWith(what);
              assertThat(diagnostic.fix()).isEqualTo(fix);
              assertThat(diagnostic.location()).isEqualTo(Location.of("links.sssom.tsv", 7));
            });
  }

  @Test
  void splitsListsAtBarsThatAreNotEscaped() {
    InputException problem =
        problem(
            HEAD
                + COLUMNS
                + "\tauthor_id\n"
                + row("ex:a", "wd:Q1", "ex:x|one\\|and\\\\two|three\\four"));

    assertThat(problem.diagnostics())
        .extracting(Diagnostic::what)
        .containsExactly(
            "author_id 'one|and\\two' has no prefix", "author_id 'three\\four' has no prefix");
  }

  @Test
  void acceptsWholeAndDecimalConfidence() {
    String rows = "";
    for (String confidence : List.of("0", "1", "1.0", "0.97", "")) {
      rows += row("ex:a" + confidence, "wd:Q" + confidence, confidence);
    }

    assertThat(read(HEAD + COLUMNS + "\tconfidence\n" + rows).mappings()).hasSize(5);
  }

  private static String row(String subject, String object, String... more) {
    List<String> cells =
        new ArrayList<>(List.of(subject, "skos:exactMatch", object, "semapv:LexicalMatching"));
    cells.addAll(List.of(more));
    return String.join("\t", cells) + "\n";
  }

  private MappingSet read(String text) {
    return Sssom.read(write(text), "links.sssom.tsv");
  }

  private InputException problem(String text) {
    return problem(write(text));
  }

  private static InputException problem(Path file) {
    return catchThrowableOfType(InputException.class, () -> Sssom.read(file, "links.sssom.tsv"));
  }

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("links.sssom.tsv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> statements(MappingSet set) {
    StringWriter text = new StringWriter();
    RDFWriter writer = Rio.createWriter(RDFFormat.NQUADS, text);
    writer.startRDF();
    set.emit(writer, SimpleValueFactory.getInstance().createIRI("https://example.org/graph/links"));
    writer.endRDF();
    return text.toString().lines().toList();
  }
}
