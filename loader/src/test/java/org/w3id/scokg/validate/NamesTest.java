package org.w3id.scokg.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static final Names NAMES =
      new Names(Map.of("base", "https://example.org/", "id", "https://example.org/id/"));

  private static String iri(String iri) {
    return NAMES.of(NodeFactory.createURI(iri));
  }

  @Test
  void longestNamespaceWins() {
    assertThat(iri("https://example.org/id/a")).isEqualTo("id:a");
    assertThat(iri("https://example.org/dataset")).isEqualTo("base:dataset");
  }

  @Test
  void iriOfNoNamespaceIsWrittenInFull() {
    assertThat(iri("https://elsewhere.org/a")).isEqualTo("<https://elsewhere.org/a>");
  }

  @Test
  void namespaceItselfIsNoName() {
    assertThat(iri("https://example.org/")).isEqualTo("<https://example.org/>");
  }

  @Test
  void standardPrefixesAreKnownAndMayBeRedefined() {
    assertThat(iri("http://www.w3.org/2001/XMLSchema#date")).isEqualTo("xsd:date");
    Names own = new Names(Map.of("xsd", "https://example.org/"));
    assertThat(own.of(NodeFactory.createURI("https://example.org/a"))).isEqualTo("xsd:a");
  }

  @Test
  void literalIsQuotedWithLanguageOrDatatype() {
    assertThat(NAMES.of(NodeFactory.createLiteralString("a"))).isEqualTo("'a'");
    assertThat(NAMES.of(NodeFactory.createLiteralLang("a", "en"))).isEqualTo("'a'@en");
    assertThat(NAMES.of(NodeFactory.createLiteralDT("1", XSDDatatype.XSDint)))
        .isEqualTo("'1'^^xsd:int");
  }

  @Test
  void longLiteralIsCutBetweenCodePoints() {
    assertThat(NAMES.of(NodeFactory.createLiteralString("a\n b" + "𝔸".repeat(100))))
        .isEqualTo("'a b" + "𝔸".repeat(77) + "…'");
  }

  @Test
  void nodeWithoutANameIsSaidToBeOne() {
    assertThat(NAMES.of(NodeFactory.createBlankNode())).isEqualTo("a node without a name");
  }
}
