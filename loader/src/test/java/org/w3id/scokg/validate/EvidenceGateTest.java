package org.w3id.scokg.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EvidenceGateTest {

  /** The letter outside the Basic Multilingual Plane takes two chars and is one position. */
  private static final String BOOK = "𝔸 house. Footer";

  private static final String TABLE = "id,name\r\n1,\"two\nlines\"\r\n2,last";

  private static final String SOURCES =
      """
      graph:provenance {
        source:page a prov:Entity .
        source:book a prov:Entity ; spdx:fileName "book.txt" ; spdx:checksum <source/book#sum> ;
          oa:hasSelector <source/book#body> .
        <source/book#body> a oa:TextPositionSelector ; oa:start 0 ; oa:end 8 .
        <source/book#sum> spdx:checksumValue "%s" .
        source:table a prov:Entity ; spdx:fileName "table.csv" .
      }
      """
          .formatted(sha256(BOOK));

  private static String sha256(String text) {
    return DigestUtils.sha256Hex(text);
  }

  /** A fact with content that cites a place; {@code place} describes its target. */
  private static String fact(String id, String source, String place) {
    return """
        fact:%1$s { id:x ex:p "%1$s" }
        graph:provenance {
          fact:%1$s prov:wasDerivedFrom source:%2$s ; oa:hasTarget <fact/c/%1$s#target> .
          <fact/c/%1$s#target> oa:hasSource source:%2$s . %3$s
        }
        """
        .formatted(id, source, place.replace("<target>", "<fact/c/" + id + "#target>"));
  }

  private static String span(String start, String end) {
    return "<target> oa:hasSelector [ a oa:TextPositionSelector ; oa:start %s ; oa:end %s ] . "
        .formatted(start, end);
  }

  private static String row(String fragment) {
    return "<target> oa:hasSelector [ a oa:FragmentSelector ; rdf:value '%s' ] . "
        .formatted(fragment);
  }

  private static String digest(String text) {
    return "<target> spdx:checksum [ spdx:checksumValue '%s' ] . ".formatted(sha256(text));
  }

  private static String problems(String... trig) {
    DatasetGraph data = Example.dataset(SOURCES + String.join("", trig));
    return Example.text(
        EvidenceGate.of(Example.BASE, Example.NAMES, Example.origins(data))
            .check(Example.graphs(data)));
  }

  private static String problems(SourceTexts texts, String... trig) {
    DatasetGraph data = Example.dataset(SOURCES + String.join("", trig));
    EvidenceGate gate =
        EvidenceGate.of(Example.BASE, Example.NAMES, Example.origins(data)).comparing(texts);
    return Example.text(gate.check(Example.graphs(data)));
  }

  private static SourceTexts texts(String book, String table) {
    Map<String, String> texts = Map.of("book.txt", book, "table.csv", table);
    return name ->
        Optional.ofNullable(texts.get(name)).map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void factsWithEvidencePass() {
    assertThat(
            problems(
                texts(BOOK, TABLE),
                fact("F2", "page", ""),
                fact("F3", "book", span("0", "8") + digest("𝔸 house.")),
                fact("F4", "book", span("2", "7") + digest("house")),
                fact("F5", "table", row("row=1")),
                fact("F6", "table", row("row=2") + digest("1,\"two\nlines\"")),
                fact("F7", "table", row("row=3") + digest("2,last")),
                "graph:inferred { id:x ex:p id:y }"))
        .isEmpty();
  }

  @Nested
  class Facts {

    @Test
    void everyStatementBelongsToAFact() {
      assertThat(problems("id:x ex:p 'loose' ."))
          .isEqualTo(
              """
            loose.csv:2: error: id:x ex:p 'loose' belongs to no fact
              why: every statement stands in the named graph of a fact, which has its evidence
              fix: give the subject map or the predicate-object map a graph map
            """);
    }

    @Test
    void everyRowOfAnUnregisteredFactIsTold() {
      assertThat(problems(fact("F2", "page", ""), "fact:F22 { id:x ex:p 1 , 2 }"))
          .isEqualTo(
              """
            facts.csv:22: error: fact:F22 has no evidence
              why: every fact names its source (prov:wasDerivedFrom) and the place in it (oa:hasTarget)
              fix: did you mean fact:F2? Otherwise register the fact with its source
            """);
    }

    @Test
    void graphsMayBeExempt() {
      DatasetGraph data = Example.dataset(SOURCES + "id:dataset { id:x ex:p 1 }");
      EvidenceGate gate =
          EvidenceGate.of(Example.BASE, Example.NAMES, Example.origins(data))
              .exempting(Set.of(NodeFactory.createURI(Example.BASE + "id/dataset")));
      assertThat(gate.check(Example.graphs(data))).isEmpty();
    }

    @Test
    void registeredFactHasContent() {
      assertThat(problems(fact("F2", "page", "").replace("id:x ex:p \"F2\"", "")))
          .isEqualTo(
              """
            register.csv:2: error: the registered fact fact:F2 has no content
              why: a fact is what its named graph states
              fix: say what the fact states in one of the content tables, or remove it from the register
            """);
    }

    @Test
    void factNamesASource() {
      assertThat(
              problems(
                  "fact:F2 { id:x ex:p 1 } graph:provenance { fact:F2 oa:hasTarget fact:F2-target }"))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 names no source
              why: every fact names its source (prov:wasDerivedFrom) and the place in it (oa:hasTarget)
              fix: state the source in the register
            """);
    }

    @Test
    void sourceIsDescribed() {
      assertThat(problems(fact("F2", "boook", "")))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 is taken from source:boook, which is not a described source
              why: every fact names its source (prov:wasDerivedFrom) and the place in it (oa:hasTarget)
              fix: did you mean source:book? Otherwise describe the source
            """);
    }

    @Test
    void sourceWithoutALikeIsDescribedToo() {
      assertThat(problems(fact("F2", "newspaper", "")))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 is taken from source:newspaper, which is not a described source
              why: every fact names its source (prov:wasDerivedFrom) and the place in it (oa:hasTarget)
              fix: describe the source
            """);
    }

    @Test
    void factCitesAPlaceInEachSource() {
      assertThat(
              problems(
                  fact("F2", "page", ""),
                  "graph:provenance { fact:F2 prov:wasDerivedFrom source:book }"))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 cites no place in source:book
              why: every fact names its source (prov:wasDerivedFrom) and the place in it (oa:hasTarget)
              fix: state the place (oa:hasTarget, oa:hasSource)
            """);
    }

    @Test
    void factIsDerivedFromWhatItCites() {
      assertThat(
              problems(
                  fact("F2", "page", ""),
                  "graph:provenance { <fact/c/F2#target> oa:hasSource source:table }"))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 cites source:table and is not derived from it
              why: every fact names its source (prov:wasDerivedFrom) and the place in it (oa:hasTarget)
              fix: state prov:wasDerivedFrom, too
            """);
    }
  }

  @Nested
  class Spans {

    @Test
    void sourceWithADigestIsNotCitedAsAWhole() {
      assertThat(problems(fact("F2", "book", "")))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 cites source:book as a whole
              why: a source with a registered text is cited by a place in it
              fix: fill in the start, the end and the digest of the passage: `cite` finds them
            """);
    }

    @Test
    void spanHasADigest() {
      assertThat(problems(fact("F2", "book", span("0", "8"))))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 cites characters 0 to 8 of source:book without a digest
              why: the digest tells whether a span still holds what was cited
              fix: fill in the SHA-256 of the passage: `cite` finds it
            """);
    }

    @Test
    void missingDigestIsComputedIfTheTextIsAtHand() {
      assertThat(problems(texts(BOOK, TABLE), fact("F2", "book", span("0", "1"))))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 cites characters 0 to 1 of source:book without a digest
              why: the digest tells whether a span still holds what was cited
              fix: if the span is right, its SHA-256 is 89a86a0042c44692c005b90b4549f374525e7b291c64e199e38b8e5944b548c0
            """);
    }

    @Test
    void spanStartsBeforeItEnds() {
      assertThat(
              problems(
                  fact("F2", "book", span("3", "3") + digest("")),
                  fact("F3", "book", span("4", "3") + digest(""))))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 cites characters 3 to 3 of source:book
              why: a span starts before it ends
              fix: find the passage again with `cite` and copy what it says
            register.csv:3: error: fact:F3 cites characters 4 to 3 of source:book
              why: a span starts before it ends
              fix: find the passage again with `cite` and copy what it says
            """);
    }

    @Test
    void spanHasOneStartAndOneEndThatAreNumbers() {
      assertThat(
              problems(
                  fact("F2", "book", "<target> oa:hasSelector [ a oa:TextPositionSelector ] ."),
                  fact("F3", "book", span("1 , 2", "'x'"))))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 cites characters '' to '' of source:book
              why: a span has one start and one end, both numbers
              fix: find the passage again with `cite` and copy what it says
            register.csv:3: error: fact:F3 cites characters '1' and '2' to 'x' of source:book
              why: a span has one start and one end, both numbers
              fix: find the passage again with `cite` and copy what it says
            """);
    }

    @Test
    void spanIsInsideTheCitablePart() {
      assertThat(problems(fact("F2", "book", span("3", "9") + digest("ouse. "))))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 cites characters 3 to 9 of source:book, outside its citable part
              why: only characters 0 to 8 of it are the source
              fix: cite a passage inside that part
            """);
    }

    @Test
    void spanIsInsideTheText() {
      String table = "graph:provenance { <fact/c/F2#target> a oa:SpecificResource }";
      assertThat(
              problems(
                  texts(BOOK, TABLE), fact("F2", "table", span("3", "99") + digest("x")), table))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 cites characters 3 to 99 of source:table, beyond its end
              why: the text has 30 characters
              fix: find the passage again with `cite` and copy what it says
            """);
    }

    @Test
    void spanHoldsWhatWasCited() {
      assertThat(problems(texts(BOOK, TABLE), fact("F2", "book", span("2", "6") + digest("horse"))))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 cites characters 2 to 6 of source:book, where another text stands
              why: its SHA-256 must be fd62862b6dc213bee77c2badd6311528253c6cb3107e03c16051aa15584eca1c
              fix: find the passage again; if the place is right, its SHA-256 is 7b0df3d0fd2a683863aaddf4b07ebb9608507e5de82169dd4abf41577b67b211
            """);
    }

    @Test
    void digestIsASha256() {
      assertThat(
              problems(
                  fact("F2", "book", span("0", "8") + digest("x").replaceAll("'.*'", "'2CA7'"))))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 cites characters 0 to 8 of source:book with the digest '2ca7'
              why: a digest is a SHA-256, written with 64 hexadecimal digits
              fix: find the passage again with `cite` and copy what it says
            """);
    }

    @Test
    void digestMayBeWrittenInCapitals() {
      String capitals =
          digest("house").replace(sha256("house"), sha256("house").toUpperCase(Locale.ROOT));
      assertThat(problems(texts(BOOK, TABLE), fact("F2", "book", span("2", "7") + capitals)))
          .isEmpty();
    }

    @Test
    void selectorIsOfAKnownKind() {
      assertThat(problems(fact("F2", "book", "<target> oa:hasSelector [ a oa:CssSelector ] .")))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 cites source:book by an unknown kind of selector
              why: a place is an oa:TextPositionSelector or an oa:FragmentSelector
              fix: give the selector one of these types
            """);
    }
  }

  @Nested
  class Rows {

    @Test
    void rowIsWrittenAsAFragment() {
      assertThat(problems(fact("F2", "table", row("row=0")), fact("F3", "table", row("50%s"))))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 cites 'row=0' of source:table, which is not a row
              why: a row is written row=N, counted from 1 with the header line (RFC 7111 §2.1)
              fix: give the number of the row
            register.csv:3: error: fact:F3 cites '50%s' of source:table, which is not a row
              why: a row is written row=N, counted from 1 with the header line (RFC 7111 §2.1)
              fix: give the number of the row
            """);
    }

    @Test
    void rowExists() {
      assertThat(problems(texts(BOOK, TABLE), fact("F2", "table", row("row=4"))))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 cites row 4 of source:table, which has 3
              why: rows are counted from 1 with the header line (RFC 7111 §2.1)
              fix: give the number of the row
            """);
    }

    @Test
    void rowHoldsWhatWasCited() {
      assertThat(
              problems(
                  texts(BOOK, TABLE + "\n"), fact("F2", "table", row("row=3") + digest("2,lost"))))
          .isEqualTo(
              """
            register.csv:2: error: fact:F2 cites row 3 of source:table, where another text stands
              why: its SHA-256 must be 92111912901fb9cf377dd23021c1f5457b252d05f802b96d29647e1e1d422f47
              fix: find the passage again; if the place is right, its SHA-256 is a6df64adfedd24a3d099c9e5185180ac1cb4ee04262e79c0969cc21c01b1bbf4
            """);
    }
  }

  @Nested
  class Texts {

    @Test
    void textsThatShouldBeAtHandAre() {
      assertThat(problems(name -> Optional.empty()))
          .isEqualTo(
              """
            sources.csv:2: error: the text 'book.txt' of source:book is not among the texts at hand
              why: spans and rows are counted in one edition of a text, known by its digest
              fix: put a file of that name into a folder of sources
            sources.csv:2: error: the text 'table.csv' of source:table is not among the texts at hand
              why: spans and rows are counted in one edition of a text, known by its digest
              fix: put a file of that name into a folder of sources
            """);
    }

    @Test
    void otherEditionIsNotComparedWithTheSpansOfThisOne() {
      assertThat(
              problems(
                  texts(BOOK + "!", TABLE), fact("F2", "book", span("0", "8") + digest("wrong"))))
          .isEqualTo(
              """
            sources.csv:2: error: the text 'book.txt' of source:book is another edition than the one registered
              why: spans and rows are counted in one edition of a text, known by its digest
              fix: use the registered edition; if this is the right one, its SHA-256 is f655abb32e72cac801629bb2b2252b19de5d9f6780774ecedd3d97e1c16ff9cf, and every place cited in it must be found again
            """);
    }

    @Test
    void textIsUtf8() {
      SourceTexts latin1 =
          name ->
              Optional.of(
                  name.equals("table.csv")
                      ? new byte[] {(byte) 0xE4}
                      : BOOK.getBytes(StandardCharsets.UTF_8));
      assertThat(problems(latin1))
          .isEqualTo(
              """
            sources.csv:2: error: the text 'table.csv' of source:table is not UTF-8
              why: spans and rows are counted in one edition of a text, known by its digest
              fix: save it in UTF-8 and register its new digest
            """);
    }
  }
}
