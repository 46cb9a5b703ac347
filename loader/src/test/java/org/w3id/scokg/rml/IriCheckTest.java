package org.w3id.scokg.rml;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.util.Random;
import org.eclipse.rdf4j.common.net.ParsedIRI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IriCheckTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/a",
        "http://example.org",
        "http://example.org:8080/a?b=c#d",
        "http://[::1]/a",
        "https://пример.рф/É%20b",
        "urn:isbn:0451450523",
        "mailto:a@example.org",
        "file:///etc/hosts",
        "tag:example.org,2026:x"
      })
  void takesAbsoluteIris(String iri) {
    assertThat(IriCheck.isAbsolute(iri)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "//example.org/a",
        ":a",
        "1a:b",
        "https://example.org/a b",
        "https://example.org/<a>",
        "https://example.org/%2",
        "https://example.org/%zz",
        "https://example.org/a#b#c",
        "http://example.org:port/a",
        "https://example.org/\u0000",
        "https://example.org/\uD800"
      })
  void refusesWhatIsNone(String iri) {
    assertThat(IriCheck.isAbsolute(iri)).isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void neverTakesAtAGlanceWhatTheParserRefuses(long seed) {
    Random random = new Random(seed);
    String alphabet = "aZ09-._~:/?#[]@!$&'()*+,;=%2F \"<>\\^`{|}éя上\u00A0\uE000";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder iri = new StringBuilder(random.nextBoolean() ? "http://h" : "urn:");
      for (int n = random.nextInt(8); n >= 0; n--) {
        iri.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(IriCheck.isAbsolute(iri.toString())).as("%s", iri).isEqualTo(parses(iri));
    }
  }

  private static boolean parses(CharSequence iri) {
    try {
      return new ParsedIRI(iri.toString()).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Test
  void knowsWhereUnreservedCharactersMayFollowInAnyNumber() {
    assertThat(IriCheck.leadsIntoPath("https://example.org/")).isTrue();
    assertThat(IriCheck.leadsIntoPath("urn:x:")).isTrue();
    assertThat(IriCheck.leadsIntoPath("https://example.org")).isFalse();
    assertThat(IriCheck.leadsIntoPath("https://")).isFalse();
    assertThat(IriCheck.leadsIntoPath("https:///")).isFalse();
    assertThat(IriCheck.leadsIntoPath("urn:")).isFalse();
    assertThat(IriCheck.leadsIntoPath("people/")).isFalse();
  }
}
