package org.w3id.scokg.source.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.source.BadRecord;
import org.w3id.scokg.source.Compression;
import org.w3id.scokg.source.Iterations.Detail;
import org.w3id.scokg.source.Packed;
import org.w3id.scokg.source.SourceFile;

/** JSON as accidents leave it. */
class JsonMistakesTest {

  @TempDir Path temp;

  private JsonReading read(String json, String iterator, String... references) throws IOException {
    return JsonReading.of(JsonReading.file(temp, "t.json", json), iterator, references);
  }

  private JsonReading lines(String json, String iterator, String... references) throws IOException {
    return JsonReading.of(JsonReading.file(temp, "t.jsonl", json), iterator, references);
  }

  @Test
  void tellsWhereTheJsonIsBroken() {
    assertThatThrownBy(() -> read("[{\"a\": 1},\n {\"a\" 2}]", "$[*]", "a"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            t.json:2: error: this is not JSON: Unexpected character ('2' (code 50)): was expecting a colon to separate field name and value
              why: JSON is as in RFC 8259
              fix: correct it there""");
  }

  @Test
  void tellsWhatIsNotClosedInADocumentThatIsCutOff() {
    assertThatThrownBy(() -> read("[\n{\"a\": 1},\n{\"a\": \"x", "$[*]", "a"))
        .hasMessage(
            """
            t.json:3: error: the JSON ends in the middle
              why: the object that begins on line 3 is not closed
              fix: complete it, or fetch the file again if it was cut off""");
    assertThatThrownBy(() -> read("\n[{\"a\": 1},\n\n", "$[*]", "a"))
        .hasMessage(
            """
            t.json:4: error: the JSON ends in the middle
              why: the array that begins on line 2 is not closed
              fix: complete it, or fetch the file again if it was cut off""");
    assertThatThrownBy(() -> read("\"x", "$", "$"))
        .hasMessage(
            """
            t.json:1: error: the JSON ends in the middle
              why: its last value is not complete
              fix: complete it, or fetch the file again if it was cut off""");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", " \n\t ", "\uFEFF"})
  void wantsAValueAtLeast(String json) {
    assertThatThrownBy(() -> read(json, "$", "a"))
        .hasMessage(
            """
            t.json: error: there is no JSON in it
              why: a JSON text is one value at least (RFC 8259 §2)
              fix: write [] if there are no records, or correct the path that names the file""");
  }

  @Test
  void leavesOutALineThatIsNoJsonAndGoesOn() throws IOException {
    JsonReading reading =
        lines(
            """
            {"a": 1}
            {"a": 2
            {"a": 3} x
            not "JSON"
            {"a": 4}
            """,
            "$",
            "a");
    assertThat(reading.records()).containsExactly("1/1 a=1/INTEGER", "5/5 a=4/INTEGER");
    assertThat(reading.problems())
        .containsExactly(
            """
            t.jsonl:2: error: the JSON ends in the middle
              why: in JSON Lines, each line is a whole value
              fix: complete it, or fetch the file again if it was cut off""",
            """
            t.jsonl:3: error: this is not JSON: Unrecognized token 'x': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
              why: JSON is as in RFC 8259
              fix: correct it there""",
            """
            t.jsonl:4: error: this is not JSON: Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
              why: JSON is as in RFC 8259
              fix: correct it there""");
    assertThat(reading.bad())
        .extracting(BadRecord::json)
        .containsExactly("\"{\\\"a\\\": 2\"", "\"{\\\"a\\\": 3} x\"", "\"not \\\"JSON\\\"\"");
  }

  @Test
  void leavesOutAKeyThatStandsTwiceWhereAReferenceReadsIt() throws IOException {
    JsonReading reading =
        read(
            """
            [{"a": 1, "b": 2, "a": 3},
             {"a": 1, "b": 2, "b": 3},
             {"c": {"d": 1, "d": 2}}]
            """,
            "$[*]",
            "a",
            "c.*");
    assertThat(reading.records())
        .containsExactly("2/2 a=1/INTEGER", "3/3 c.*=1/INTEGER c.*=2/INTEGER");
    assertThat(reading.problems())
        .containsExactly(
            """
            t.json:1: error: the key 'a' stands twice in an object
              why: a reference reads it, and which of the two is meant is not known
              fix: remove one of the two, or rename it""");
    assertThat(reading.bad()).extracting(BadRecord::json).containsExactly("{\"a\":[1,3]}");
  }

  @Test
  void leavesOutValuesThatAreTooLong() throws IOException {
    String value = "x".repeat(20_000_000);
    JsonReading reading =
        read("[{\"a\": \"" + value + "\"}, {\"b\": \"" + value + "\", \"a\": 1}]", "$[*]", "a");
    assertThat(reading.records()).containsExactly("1/2 a=1/INTEGER");
    assertThat(reading.problems())
        .containsExactly(
            """
            t.json:1: error: the value of 'a' holds 20,000,000 characters
              why: a value may hold 1,048,576 characters
              fix: shorten the value, or look for a quote that is not closed""");
    assertThat(reading.bad()).extracting(BadRecord::json).containsExactly("{}");
  }

  @Test
  void leavesOutValuesOfOtherPathsThatAreTooLong() throws IOException {
    JsonReading reading = read("[{\"a\": \"" + "x".repeat(2_000_000) + "\"}]", "$[*]", "$..a");
    assertThat(reading.problems())
        .containsExactly(
            """
            t.json:1: error: the value of '$..a' holds 2,000,000 characters
              why: a value may hold 1,048,576 characters
              fix: shorten the value, or look for a quote that is not closed""");
  }

  @Test
  void stopsAtAValueThatDoesNotFitTheMemory() {
    assertThatThrownBy(() -> read("{\"a\":\n\"" + "x".repeat(70_000_000), "$", "a"))
        .hasMessage(
            """
            t.json:2: error: a single value is larger than 67,108,864 bytes
              why: a value is held in memory, to look at it
              fix: look for a quote that is not closed""");
    assertThatThrownBy(() -> lines("{}\n\"" + "x".repeat(70_000_000), "$", "a"))
        .hasMessage(
            """
            t.jsonl:2: error: a single value is larger than 67,108,864 bytes
              why: a value is held in memory, to look at it
              fix: look for a quote that is not closed""");
  }

  @Test
  void leavesOutRecordsThatAreTooLargeToBeKeptWhole() throws IOException {
    String part = "\"" + "x".repeat(1_000_000) + "\",";
    SourceFile file =
        JsonReading.file(temp, "t.json", "[{\"a\": [" + part.repeat(17) + "1]}, {\"a\": []}]");
    JsonReading reading = JsonReading.of(file, Detail.WHOLE, "$[*]", "a");
    assertThat(reading.records()).containsExactly("1/2 a=[]/STRUCTURE {\"a\":[]}");
    assertThat(reading.problems())
        .containsExactly(
            """
            t.json:1: error: the record holds more than 16,777,216 characters
              why: a record is held in memory where it is kept whole or a JSONPath asks for it
              fix: shorten the record, or let the iterator find smaller ones""");
    assertThat(JsonReading.of(file, "$[*]", "a").records()).hasSize(2);
  }

  @Test
  void readsNumbersOfAnyLength() throws IOException {
    String number = "1".repeat(10_000);
    assertThat(read("{\"a\": " + number + "}", "$", "a", "$..a").records())
        .containsExactly("1/1 a=%s/INTEGER $..a=%s/INTEGER".formatted(number, number));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"$", "$.b", "$..b"})
  void stopsWhereJsonIsNestedTooDeep(String iterator) {
    String json = "{\"a\":\n".repeat(100_000) + "1" + "}".repeat(100_000);
    assertThatThrownBy(() -> read(json, iterator, "a.a"))
        .hasMessage(
            """
            t.json:501: error: arrays and objects are nested more than 500 deep
              why: JSON is read to that depth (RFC 8259 §9)
              fix: look for brackets that are not closed""");
  }

  @Test
  void readsJsonThatIsNestedAsDeepAsIsAllowed() throws IOException {
    String json = "[".repeat(500) + "]".repeat(500);
    assertThat(read(json, "$", "$", "$..x", "[*].a").records())
        .containsExactly("1/1 $=" + "[".repeat(60) + "…/STRUCTURE");
    assertThat(read(json, "$..[0]", "x").records()).hasSize(499);
  }

  @Test
  void goesOnAfterALineThatIsNestedTooDeep() throws IOException {
    JsonReading reading = lines("[".repeat(100_000) + "\n{\"a\": 1}\n", "$", "a");
    assertThat(reading.records()).containsExactly("2/2 a=1/INTEGER");
    assertThat(reading.problems())
        .containsExactly(
            """
            t.jsonl:1: error: arrays and objects are nested more than 500 deep
              why: JSON is read to that depth (RFC 8259 §9)
              fix: look for brackets that are not closed""");
  }

  @Test
  void leavesOutCharactersThatRdfCannotHold() throws IOException {
    JsonReading reading =
        read(
            """
            [{"a": "x\\u0000"},
             {"a": "\\ud83d!"},
             {"a": "\\ude00"},
             {"a": "\\ud83d"},
             {"b": "\\u0000", "a": "\\ud83d\\ude00"}]
            """,
            "$[*]",
            "a");
    assertThat(reading.records()).containsExactly("5/5 a=😀");
    assertThat(reading.problems())
        .containsExactly(
            """
            t.json:1: error: the value of 'a' holds U+0000
              why: it is the character NUL, which RDF cannot hold
              fix: remove it from the value""",
            """
            t.json:2: error: the value of 'a' holds U+D83D
              why: it is half of a character: the other half is missing
              fix: remove it from the value""",
            """
            t.json:3: error: the value of 'a' holds U+DE00
              why: it is half of a character: the other half is missing
              fix: remove it from the value""",
            """
            t.json:4: error: the value of 'a' holds U+D83D
              why: it is half of a character: the other half is missing
              fix: remove it from the value""");
  }

  @Test
  void keepsABadRecordAsItIsWhereRecordsAreKeptWhole() throws IOException {
    SourceFile file =
        JsonReading.file(temp, "t.json", "{ \"a\": \"\\u0000\", \"b\": [true], \"c\": \"x\" }");
    assertThat(JsonReading.of(file, Detail.WHOLE, "$", "a", "b[*]").bad())
        .extracting(BadRecord::json)
        .containsExactly("{\"a\":\"\\u0000\",\"b\":[true],\"c\":\"x\"}");
    assertThat(JsonReading.of(file, "$", "a", "b[*]", "c").bad())
        .extracting(BadRecord::json)
        .containsExactly("{\"b[*]\":true,\"c\":\"x\"}");
  }

  @Test
  void namesEveryLineThatIsNotUtf8() throws IOException {
    byte[] latin = "[\"ä\",\n\"a\",\n\"ö\"]".getBytes(StandardCharsets.ISO_8859_1);
    SourceFile file = JsonReading.file(temp, "t.json", latin, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> JsonReading.of(file, "$[*]", "$"))
        .hasMessage(
            """
            t.json:1: error: the line is not UTF-8
              why: the file is read as UTF-8, and no character is guessed
              fix: save the file in that encoding
            t.json:3: error: the line is not UTF-8
              why: the file is read as UTF-8, and no character is guessed
              fix: save the file in that encoding""");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32"})
  void doesNotGuessAnotherEncoding(String encoding) throws IOException {
    byte[] bytes = "[\"a\"]".getBytes(Charset.forName(encoding));
    SourceFile file = JsonReading.file(temp, "t.json", bytes, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> JsonReading.of(file, "$[*]", "$"))
        .hasMessageContaining(": error: the line is not UTF-8\n");
  }

  @Test
  void leavesOutALineThatIsNotUtf8() throws IOException {
    byte[] latin = "\"ä\"\n\"a\"\n\0\n\377\n1\n".getBytes(StandardCharsets.ISO_8859_1);
    SourceFile file = JsonReading.file(temp, "t.jsonl", latin, StandardCharsets.UTF_8);
    JsonReading reading = JsonReading.of(file, "$", "$");
    assertThat(reading.records()).containsExactly("2/2 $=a", "5/5 $=1/INTEGER");
    assertThat(reading.problems())
        .startsWith(
            """
            t.jsonl:1: error: the line is not UTF-8
              why: the file is read as UTF-8, and no character is guessed
              fix: save the file in that encoding""")
        .hasSize(3);
  }

  @Test
  void leavesOutARecordOnWhichAPathCannotBeEvaluated() throws IOException {
    JsonReading reading = read("[{\"a\": [\"x\"]}, {\"a\": [1]}]", "$[*]", "$.a.sum()");
    assertThat(reading.records()).containsExactly("1/2 $.a.sum()=1.0/DOUBLE");
    assertThat(reading.problems())
        .containsExactly(
            """
            t.json:1: error: the JSONPath '$.a.sum()' cannot be evaluated: Aggregation function attempted to calculate value using empty array
              why: a filter or a function of it does not take what stands there
              fix: correct the path, or the value""");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    SourceFile file =
        new SourceFile(
            temp.resolve("no.json"), "no.json", Compression.NONE, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> new JsonIterations(file, "$", Detail.REFERENCES))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("no.json: error: there is no such file\n");
  }

  @Test
  void refusesAPackedFileThatIsCutOff() throws IOException {
    byte[] packed = Packed.gzip("[1, 2, 3]".getBytes(StandardCharsets.UTF_8));
    Path path = temp.resolve("t.json.gz");
    Files.write(path, Arrays.copyOf(packed, packed.length - 12));
    SourceFile file = new SourceFile(path, "t.json.gz", Compression.GZIP, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> JsonReading.of(file, "$[*]", "$"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("error: the packed file ends in the middle\n");
  }

  @Test
  void passesOnWhatTheReceiverThrows() throws IOException {
    SourceFile file = JsonReading.file(temp, "t.jsonl", "1\n");
    try (JsonIterations iterations = new JsonIterations(file, "$", Detail.REFERENCES)) {
      assertThatThrownBy(
              () ->
                  iterations.forEach(
                      record -> {
                        throw new IllegalArgumentException("mine");
                      },
                      bad -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("mine");
    }
  }
}
