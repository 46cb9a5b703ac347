package org.w3id.scokg.rml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.base.CoreDatatype;
import org.eclipse.rdf4j.model.datatypes.XMLDatatypeUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LexicalSpaceTest {

  @ParameterizedTest(name = "{0}, seed 11")
  @EnumSource(CoreDatatype.XSD.class)
  void saysOfEveryDatatypeWhatTheLibrarySays(CoreDatatype.XSD datatype) {
    IRI iri = datatype.getIri();
    LexicalSpace space = LexicalSpace.of(iri.stringValue());
    Random random = new Random(11);
    String alphabet = "0123456789-.+:TZeE a";
    for (int i = 0; i < 3_000; i++) {
      String value = value(random, alphabet);
      assertThat(space.contains(value))
          .as("'%s' as %s", value, iri.getLocalName())
          .isEqualTo(
              !XMLDatatypeUtil.isBuiltInDatatype(iri) || XMLDatatypeUtil.isValidValue(value, iri));
    }
  }

  /** Something near a number or a date, most of the time. */
  private static String value(Random random, String alphabet) {
    StringBuilder value =
        new StringBuilder(
            switch (random.nextInt(4)) {
              case 0 -> "2001-0" + random.nextInt(10) + "-" + (10 + random.nextInt(25));
              case 1 -> String.valueOf(random.nextInt(3_000));
              case 2 -> random.nextInt(90) + "." + random.nextInt(90);
              default -> "";
            });
    if (random.nextInt(3) == 0) {
      value.insert(
          random.nextInt(value.length() + 1), alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return value.toString();
  }

  @Test
  void knowsTheDaysOfTheMonth() {
    LexicalSpace date = LexicalSpace.of("http://www.w3.org/2001/XMLSchema#date");

    assertThat(date.contains("2000-02-29")).isTrue();
    assertThat(date.contains("2001-06-15")).isTrue();
    assertThat(date.contains("2001-13-01")).isFalse();
    assertThat(date.contains("2001-00-01")).isFalse();
    assertThat(date.contains("2001-04-00")).isFalse();
    assertThat(date.contains("2001-6-15")).isFalse();
    assertThat(date.contains("2001/06/15")).isFalse();
  }

  @Test
  void takesAnythingForADatatypeThatIsNotOfXmlSchema() {
    assertThat(LexicalSpace.of("https://example.org/colour").contains("abc")).isTrue();
  }
}
