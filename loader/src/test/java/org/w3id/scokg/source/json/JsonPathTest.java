package org.w3id.scokg.source.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.source.BadReference;
import org.w3id.scokg.source.json.JsonPath.Every;
import org.w3id.scokg.source.json.JsonPath.Index;
import org.w3id.scokg.source.json.JsonPath.Name;
import org.w3id.scokg.source.json.JsonPath.Plain;
import org.w3id.scokg.source.json.JsonPath.Step;
import org.w3id.scokg.source.json.JsonPath.Wide;

/** JSONPaths as mappings write them, and as they are mistyped. */
class JsonPathTest {

  private static JsonPath plain(Step... steps) {
    return new Plain(List.of(steps));
  }

  static Stream<Arguments> plainPaths() {
    return Stream.of(
        Arguments.of("$", plain()),
        Arguments.of("$.a", plain(new Name("a"))),
        Arguments.of("$.a.b[*]", plain(new Name("a"), new Name("b"), new Every())),
        Arguments.of("$.*.b", plain(new Every(), new Name("b"))),
        Arguments.of("$[*]", plain(new Every())),
        Arguments.of("$[ * ][ 12 ]", plain(new Every(), new Index(12))),
        Arguments.of("$['a b']", plain(new Name("a b"))),
        Arguments.of("$[ \"a'b\" ]", plain(new Name("a'b"))),
        Arguments.of("$['it\\'s']['\\\\']", plain(new Name("it's"), new Name("\\"))),
        Arguments.of("$['\\u00e4\\n\\t\\r\\b\\f']", plain(new Name("ä\n\t\r\b\f"))),
        Arguments.of("$['\\{x\\}']", plain(new Name("{x}"))),
        Arguments.of("$['a.b[0]']", plain(new Name("a.b[0]"))),
        Arguments.of("$['']", plain(new Name(""))),
        Arguments.of("$.имя.名前", plain(new Name("имя"), new Name("名前"))),
        Arguments.of(
            "$.@id.xml:lang.a-b.$ref.a\\b",
            plain(
                new Name("@id"),
                new Name("xml:lang"),
                new Name("a-b"),
                new Name("$ref"),
                new Name("a\\b"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plainPaths")
  void readsThePlainStepsOfAPath(String text, JsonPath path) {
    assertThat(JsonPath.iterator(text)).isEqualTo(path);
    assertThat(JsonPath.reference(text)).isEqualTo(path);
  }

  static Stream<Arguments> bareReferences() {
    return Stream.of(
        Arguments.of("a", plain(new Name("a"))),
        Arguments.of("a.b", plain(new Name("a"), new Name("b"))),
        Arguments.of("a[0]", plain(new Name("a"), new Index(0))),
        Arguments.of("[0].a", plain(new Index(0), new Name("a"))),
        Arguments.of("*", plain(new Every())),
        Arguments.of("a name", plain(new Name("a name"))),
        Arguments.of("price (EUR)", plain(new Name("price (EUR)"))),
        Arguments.of("a[*]]", plain(new Name("a[*]]"))),
        Arguments.of("e.g. this", plain(new Name("e.g. this"))),
        Arguments.of("a[?(", plain(new Name("a[?("))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bareReferences")
  void takesABareReferenceForAPathOrElseForAKey(String text, JsonPath path) {
    assertThat(JsonPath.reference(text)).isEqualTo(path);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "$..a",
        "$.a[?(@.b == 'x]')].c",
        "$.a[?(@.b == 1 && (@.c > 2))]",
        "$.a[?(@.b =~ /x[)\\/]+/i)]",
        "$.a[1:3]",
        "$.a[:2]",
        "$.a[-1]",
        "$.a[0,1]",
        "$['a','b']",
        "$.a.length()"
      })
  void leavesOtherPathsToTheLibrary(String text) {
    assertThat(JsonPath.iterator(text)).isEqualTo(new Wide(text));
    assertThat(JsonPath.reference(text)).isEqualTo(new Wide(text));
  }

  @Test
  void leavesABareReferenceWithAFilterToTheLibrary() {
    assertThat(JsonPath.reference("a[?(@.b == 'x')]")).isEqualTo(new Wide("$.a[?(@.b == 'x')]"));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            "$.students[*]]",
            "']' at character 14 does not go on from '$.students[*]'",
            "remove it, or go on with .name, ['name'], [0] or [*]"),
        Arguments.of(
            "$students",
            "'s' at character 2 does not go on from '$'",
            "remove it, or go on with .name, ['name'], [0] or [*]"),
        Arguments.of(
            "$.a b",
            "' ' at character 4 does not go on from '$.a'",
            "write a name that has blanks as ['a name']"),
        Arguments.of(
            "$.a)",
            "')' at character 4 does not go on from '$.a'",
            "remove it, or go on with .name, ['name'], [0] or [*]"),
        Arguments.of(
            "$[a]",
            "'a' at character 3 does not go on from '$['",
            "remove it, or go on with .name, ['name'], [0] or [*]"),
        Arguments.of(
            "$[0 1]",
            "'1' at character 5 does not go on from '$[0 '",
            "remove it, or go on with .name, ['name'], [0] or [*]"),
        Arguments.of("$.a[", "the '[' at character 4 is not closed", "close it with ']'"),
        Arguments.of("$.a[*", "the '[' at character 4 is not closed", "close it with ']'"),
        Arguments.of(
            "$['a]",
            "the quote at character 3 is not closed",
            "close it with '; within the name, write \\'"),
        Arguments.of(
            "$[\"a\\",
            "the quote at character 3 is not closed",
            "close it with \"; within the name, write \\\""),
        Arguments.of(
            "$['\\u00g0']",
            "'\\u' at character 4 is followed by fewer than 4 hexadecimal digits",
            "write the character itself"),
        Arguments.of(
            "$['\\u00",
            "'\\u' at character 4 is followed by fewer than 4 hexadecimal digits",
            "write the character itself"),
        Arguments.of(
            "$.",
            "no name follows the '.' at character 2",
            "name a key there, or remove the '.'; a name of any characters is written ['name']"),
        Arguments.of(
            "$.a.[0]",
            "no name follows the '.' at character 4",
            "name a key there, or remove the '.'; a name of any characters is written ['name']"),
        Arguments.of(
            "$.a[]",
            "nothing stands in the '[' at character 4",
            "write [*] for every element, [0] for the first, or ['name'] for a key"),
        Arguments.of(
            "$[1234567890]",
            "the position at character 3 has more than 9 digits",
            "correct it; the first element is [0]"),
        Arguments.of(
            "$..a[?(@.b == 1)]]",
            "the ']' at character 18 closes nothing",
            "add its partner, or remove it"),
        Arguments.of(
            "$..a[?(@.b == 1]",
            "the ']' at character 16 closes nothing",
            "add its partner, or remove it"),
        Arguments.of(
            "$..a[?(@.b == 1)",
            "the '[' at character 5 is not closed",
            "add its partner, or remove it"),
        Arguments.of(
            "$..a[?(@.b == 'x)]", "the quote at character 15 is not closed", "close it with '"),
        Arguments.of(
            "$..a[?(@.b =~ /x)]", "the slash at character 15 is not closed", "close it with /"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void saysWhereAPathGoesWrong(String text, String why, String fix) {
    assertThatExceptionOfType(BadReference.class)
        .isThrownBy(() -> JsonIterations.check(text))
        .satisfies(
            e -> {
              assertThat(e.what()).isEqualTo("'" + text + "' is not a JSONPath");
              assertThat(e.why()).isEqualTo(why);
              assertThat(e.fix()).isEqualTo(fix);
            });
  }

  @Test
  void tellsAMistakeAsADiagnosticDoes() {
    String told =
        """
        mapping.ttl:4: error: '$.students[*]]' is not a JSONPath
          why: ']' at character 14 does not go on from '$.students[*]'
          fix: remove it, or go on with .name, ['name'], [0] or [*]""";
    Location place = Location.of("mapping.ttl", 4);
    assertThatExceptionOfType(BadReference.class)
        .isThrownBy(() -> JsonIterations.check("$.students[*]]"))
        .satisfies(
            e -> assertThat(new Diagnostic(place, e.what(), e.why(), e.fix())).hasToString(told));
  }

  static Stream<Arguments> unrooted() {
    return Stream.of(
        Arguments.of("students[*]", "write '$.students[*]'"),
        Arguments.of("[*]", "write '$[*]'"),
        Arguments.of("", "write '$'"));
  }

  @ParameterizedTest(name = "[{0}]")
  @MethodSource("unrooted")
  void refusesAnIteratorThatDoesNotBeginAtTheDocument(String text, String fix) {
    assertThatExceptionOfType(BadReference.class)
        .isThrownBy(() -> JsonIterations.check(text))
        .satisfies(
            e -> {
              assertThat(e.why())
                  .isEqualTo("a JSONPath begins with '$', which stands for the document");
              assertThat(e.fix()).isEqualTo(fix);
            });
  }

  @Test
  void refusesAnEmptyReference() {
    assertThatExceptionOfType(BadReference.class)
        .isThrownBy(() -> JsonPath.reference(""))
        .satisfies(
            e -> {
              assertThat(e.what()).isEqualTo("the reference is empty");
              assertThat(e.why())
                  .isEqualTo("a reference to JSON is a JSONPath or the name of a key");
              assertThat(e.fix()).isEqualTo("name a key; '$' is the record itself");
            });
  }

  @Test
  void refusesWhatTheLibraryRefuses() {
    assertThatExceptionOfType(BadReference.class)
        .isThrownBy(() -> JsonIterations.check("$.a[?(@.b ==)]"))
        .satisfies(
            e -> {
              assertThat(e.what()).isEqualTo("'$.a[?(@.b ==)]' is not a JSONPath");
              assertThat(e.why()).startsWith("its reader says: ");
              assertThat(e.fix())
                  .isEqualTo(
                      "correct it; paths are as in RFC 9535, and filters as"
                          + " [?(@.key == 'value')]");
            });
  }

  @Test
  void refusesMoreStepsThanDocumentsAreDeep() {
    assertThat(JsonPath.iterator("$" + ".a".repeat(500))).isInstanceOf(Plain.class);
    assertThatExceptionOfType(BadReference.class)
        .isThrownBy(() -> JsonPath.iterator("$" + ".a".repeat(501)))
        .satisfies(
            e ->
                assertThat(e.why())
                    .isEqualTo("it has more than 500 steps, and no JSON is read that is so deep"));
  }
}
