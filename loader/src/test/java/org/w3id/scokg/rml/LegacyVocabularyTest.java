package org.w3id.scokg.rml;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.util.Values;
import org.junit.jupiter.api.Test;

/** The vocabulary of today, and those that are put into it. */
class LegacyVocabularyTest {

  @Test
  void everyTermStandsForOneOfToday() {
    assertThat(LegacyVocabulary.known())
        .hasSizeGreaterThan(50)
        .allSatisfy(
            term ->
                assertThat(LegacyVocabulary.today(term).map(Rml.TERMS::contains)).contains(true));
  }

  @Test
  void everyTermThatTheEngineReadsIsKnown() throws IllegalAccessException {
    List<Field> constants =
        Arrays.stream(Rml.class.getDeclaredFields())
            .filter(f -> Modifier.isStatic(f.getModifiers()) && f.getType() == IRI.class)
            .toList();
    assertThat(constants).hasSizeGreaterThan(40);
    for (Field constant : constants) {
      assertThat(Rml.TERMS).contains((IRI) constant.get(null));
    }
  }

  @Test
  void aColumnIsAReferenceAndAReferenceWasNoColumn() {
    IRI column = Values.iri(LegacyVocabulary.R2RML + "column");
    assertThat(LegacyVocabulary.today(column)).contains(Rml.REFERENCE);
    assertThat(LegacyVocabulary.once(Rml.REFERENCE))
        .contains(Values.iri(LegacyVocabulary.RML + "reference"));
  }

  @Test
  void otherTermsStandForNothing() {
    assertThat(LegacyVocabulary.today(Values.iri("http://example.org/template"))).isEmpty();
    assertThat(LegacyVocabulary.today(Values.literal("template"))).isEmpty();
    assertThat(LegacyVocabulary.once(Rml.term("childMap"))).isEmpty();
  }
}
