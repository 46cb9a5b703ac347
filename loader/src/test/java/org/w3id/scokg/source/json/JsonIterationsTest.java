package org.w3id.scokg.source.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.source.Compression;
import org.w3id.scokg.source.Iteration;
import org.w3id.scokg.source.Iterations.Detail;
import org.w3id.scokg.source.Packed;
import org.w3id.scokg.source.SourceFile;

/** Records and values of JSON as it should be. */
class JsonIterationsTest {

  private static final String STUDENTS =
      """
      {"note": [1, {"students": 2}],
       "students": [
        {"ID": 10, "FirstName": "Venus", "Sport": {"name": "Tennis"}},

        {"ID": "20", "FirstName": "Serena"}
       ]}
      """;

  @TempDir Path temp;

  private JsonReading read(String json, String iterator, String... references) throws IOException {
    return JsonReading.of(JsonReading.file(temp, "t.json", json), iterator, references);
  }

  @Test
  void findsRecordsAlongTheIteratorAndTheLinesTheyStartOn() throws IOException {
    assertThat(read(STUDENTS, "$.students[*]", "ID", "$.FirstName", "Sport.name").records())
        .containsExactly(
            "3/1 ID=10/INTEGER $.FirstName=Venus Sport.name=Tennis",
            "5/2 ID=20 $.FirstName=Serena");
  }

  @Test
  void givesTheSameNumberForTheSameReference() throws IOException {
    SourceFile file = JsonReading.file(temp, "t.json", STUDENTS);
    try (JsonIterations iterations = new JsonIterations(file, "$", Detail.REFERENCES)) {
      assertThat(iterations.reference("a")).isZero();
      assertThat(iterations.reference("$.a")).isEqualTo(1);
      assertThat(iterations.reference("a")).isZero();
      assertThat(iterations.name()).isEqualTo("t.json");
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "$.teachers[*]",
        "$.note[5]",
        "$.note.x",
        "$.students.x",
        "$.students[*].ID[*]",
        "$.students['0']",
        "$[0]",
        "$..teachers[*]"
      })
  void findsNothingWhereThePathDoesNotLead(String iterator) throws IOException {
    JsonReading reading = read(STUDENTS, iterator, "ID");
    assertThat(reading.records()).isEmpty();
    assertThat(reading.bad()).isEmpty();
    assertThat(reading.absent()).isEmpty();
  }

  @Test
  void goesToElementsAndMembers() throws IOException {
    String json = "{\"a\": {\"x\": [{\"v\": 1}, {\"v\": 2}], \"y\": {\"v\": 3}}}";
    assertThat(read(json, "$.a.x[1]", "v").records()).containsExactly("1/1 v=2/INTEGER");
    assertThat(read(json, "$.a.*", "v", "[0].v").records())
        .containsExactly("1/1 [0].v=1/INTEGER", "1/2 v=3/INTEGER");
    assertThat(read(json, "$.a.x[*].v", "$").records())
        .containsExactly("1/1 $=1/INTEGER", "1/2 $=2/INTEGER");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"{\"a\":1}{\"a\":2}", "{\"a\":1}\n{\"a\":2}\n", " {\"a\":1} \t {\"a\":2}"})
  void readsDocumentsThatFollowEachOther(String json) throws IOException {
    assertThat(read(json, "$", "a").records())
        .extracting(record -> record.substring(2))
        .containsExactly("1 a=1/INTEGER", "2 a=2/INTEGER");
  }

  @Test
  void keepsTheTextOfNumbersAndTellsTheirKind() throws IOException {
    assertThat(read("[802.00, 1e3, -0, 10, true, false, null, \"802.00\"]", "$[*]", "$").records())
        .containsExactly(
            "1/1 $=802.00/DOUBLE",
            "1/2 $=1e3/DOUBLE",
            "1/3 $=-0/INTEGER",
            "1/4 $=10/INTEGER",
            "1/5 $=true/BOOLEAN",
            "1/6 $=false/BOOLEAN",
            "1/7",
            "1/8 $=802.00");
  }

  @Test
  void givesSeveralValuesInOrder() throws IOException {
    String json = "{\"a\": [\"x\", null, 1, [2]], \"b\": [{\"c\": 1}, {\"c\": 2}, {\"d\": 3}]}";
    assertThat(read(json, "$", "a[*]", "b[*].c", "b[1].*", "a[0]", "b[*]['c']").records())
        .containsExactly(
            "1/1 a[*]=x a[*]=1/INTEGER a[*]=[2]/STRUCTURE b[*].c=1/INTEGER b[*].c=2/INTEGER"
                + " b[1].*=2/INTEGER a[0]=x b[*]['c']=1/INTEGER b[*]['c']=2/INTEGER");
  }

  @Test
  void growsWithTheNumberOfValues() throws IOException {
    String elements = "1,".repeat(999) + "1";
    JsonReading reading = read("[[" + elements + "], []]", "$[*]", "[*]");
    assertThat(reading.records()).containsExactly("1/1" + " [*]=1/INTEGER".repeat(1000), "1/2");
  }

  @Test
  void showsTheStartOfWhatIsNoValue() throws IOException {
    String json =
        "{\"a\": {\"b\" : [1, \"\\\"\"], \"c\": {}, \"d\": []}, \"long\": [\""
            + "x".repeat(90)
            + "\"], \"pair\": [\""
            + "x".repeat(57)
            + "😀\"]}";
    assertThat(read(json, "$", "a", "a.b[0]", "long", "pair").records())
        .containsExactly(
            "1/1 a={\"b\":[1,\"\\\"\"],\"c\":{},\"d\":[]}/STRUCTURE a.b[0]=1/INTEGER long=[\""
                + "x".repeat(58)
                + "…/STRUCTURE pair=[\""
                + "x".repeat(57)
                + "…/STRUCTURE");
  }

  @Test
  void readsNamesOfAnyCharacters() throws IOException {
    String json = "{\"a name\": 1, \"имя\": 2, \"a.b\": 3, \"it's\": 4, \"😀\": 5, \"\": 6}";
    assertThat(
            read(json, "$", "a name", "$['a name']", "имя", "$['a.b']", "$['it\\'s']", "😀", "['']")
                .records())
        .containsExactly(
            "1/1 a name=1/INTEGER $['a name']=1/INTEGER имя=2/INTEGER $['a.b']=3/INTEGER"
                + " $['it\\'s']=4/INTEGER 😀=5/INTEGER ['']=6/INTEGER");
  }

  @Test
  void findsMembersInAnyOrder() throws IOException {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      json.append("{");
      for (int member = 0; member < 100; member++) {
        int key = (member + i * 7) % 100;
        json.append(member == 0 ? "" : ",").append("\"k%d\":%d".formatted(key, key));
      }
      json.append("}\n");
    }
    assertThat(read(json.toString(), "$", "k3", "k99").records())
        .hasSize(100)
        .allMatch(record -> record.endsWith(" k3=3/INTEGER k99=99/INTEGER"));
  }

  @Test
  void keepsRecordsWholeAsCompactJson() throws IOException {
    SourceFile file =
        JsonReading.file(
            temp,
            "t.json",
            "[ {\"a\" : 1.50 , \"b\" : [ ] , \"c\" : \"\\u00e4\\n\" } , null, {} ]");
    assertThat(JsonReading.of(file, Detail.WHOLE, "$[*]", "a").records())
        .containsExactly(
            "1/1 a=1.50/DOUBLE {\"a\":1.50,\"b\":[],\"c\":\"ä\\n\"}", "1/2 null", "1/3 {}");
  }

  @Test
  void keepsNoRecordWholeUnlessAsked() throws IOException {
    SourceFile file = JsonReading.file(temp, "t.json", "{\"a\": \"x\"}");
    List<Iteration> records = new ArrayList<>();
    try (JsonIterations iterations = new JsonIterations(file, "$", Detail.REFERENCES)) {
      iterations.reference("$..a");
      iterations.forEach(records::add, bad -> {});
    }
    assertThatThrownBy(records.get(0)::json)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the source must be opened to keep records whole");
    assertThatThrownBy(() -> records.get(0).value(0, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void evaluatesOtherPathsOnTheRecord() throws IOException {
    String json =
        """
        {"t": [{"k": "a", "v": 1.0}, {"k": "b", "v": 2}, {"k": "b", "v": [3]}],
         "u": {"v": true, "w": null, "s": "12"}, "n": [1, 2]}
        """;
    assertThat(
            read(
                    json,
                    "$",
                    "$.t[?(@.k == 'b')].v",
                    "$.t[-1].k",
                    "$.u..v",
                    "$.t.length()",
                    "$.t[0:2].k",
                    "$.none[-1]",
                    "$.u[?(@.x)]",
                    "$.u.keys()",
                    "$.u.s",
                    "$.t[?(@.k in ['a','c'])].v",
                    "$.n.sum()")
                .records())
        .containsExactly(
            "1/1 $.t[?(@.k == 'b')].v=2/INTEGER $.t[?(@.k == 'b')].v=[3]/STRUCTURE"
                + " $.t[-1].k=b $.u..v=true/BOOLEAN $.t.length()=3/INTEGER"
                + " $.t[0:2].k=a $.t[0:2].k=b"
                + " $.u.keys()=v $.u.keys()=w $.u.keys()=s $.u.s=12"
                + " $.t[?(@.k in ['a','c'])].v=1.0/DOUBLE $.n.sum()=3.0/DOUBLE");
  }

  @Test
  void appliesOtherIteratorsToEachDocumentAndKnowsTheLines() throws IOException {
    String json =
        """
        {"a": [
          {"x": 1, "n": 1.50},
          {"x": 2, "n": {"x": 3}}]}
        {"a": 7}
        """;
    assertThat(read(json, "$..[?(@.x > 1)]", "n", "x").records())
        .containsExactly("3/1 n={\"x\":3}/STRUCTURE x=2/INTEGER", "3/2 x=3/INTEGER");
    assertThat(read(json, "$..n", "$", "x").records())
        .containsExactly("1/1 $=1.50/DOUBLE", "3/2 $={\"x\":3}/STRUCTURE x=3/INTEGER");
    assertThat(read("null", "$..n", "$").records()).isEmpty();
  }

  @Test
  void namesThePlainReferencesThatNoRecordHad() throws IOException {
    String json =
        """
        [{"name": "x", "note": null, "tags": [], "parts": [{"id": 1}], "at": null, "box": {}},
         {"name": 3, "parts": [{"id": 2}, {"id": 3}]}]
        """;
    JsonReading reading =
        read(
            json,
            "$[*]",
            "name",
            "nam",
            "note",
            "tags[*]",
            "tags[0].id",
            "parts[*].id",
            "parts[*].di",
            "parts[7].id",
            "name.first",
            "at.home",
            "box",
            "$..none");
    assertThat(reading.absent()).containsExactly("nam", "parts[*].di", "name.first");
    assertThat(reading.names())
        .containsExactlyInAnyOrder("name", "note", "tags", "parts", "at", "box", "parts[*].id");
  }

  @Test
  void writesTheNamesAsTheReferencesAreWritten() throws IOException {
    String json = "{\"a b\": 1, \"c\": {\"d e\": 1, \"f\\\\\": 2, \"g\": 3}}";
    assertThat(read(json, "$", "$.c.x", "$.y").names())
        .containsExactlyInAnyOrder("$['a b']", "$.c", "$.c['d e']", "$.c['f\\\\']", "$.c.g");
    assertThat(read(json, "$", "c.x").names())
        .containsExactlyInAnyOrder("a b", "c", "c['d e']", "c['f\\\\']", "c.g");
  }

  @Test
  void remembersAFewHundredNames() throws IOException {
    StringBuilder json = new StringBuilder("{\"first\": 0");
    for (int i = 0; i < 2000; i++) {
      json.append(",\"k%d\":{\"k\": 1}".formatted(i));
    }
    assertThat(read(json.append('}').toString(), "$", "x", "*.y").names()).hasSize(300);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-32BE", "ISO-8859-1"})
  void readsTheEncodingOfTheFile(String encoding) throws IOException {
    Charset charset = Charset.forName(encoding);
    String text = "[{\"a\": \"" + "ä".repeat(20_000) + "\"}]";
    SourceFile file = JsonReading.file(temp, "t.json", text.getBytes(charset), charset);
    assertThat(JsonReading.of(file, "$[*]", "a").records())
        .containsExactly("1/1 a=" + "ä".repeat(20_000));
  }

  @Test
  void keepsCharactersOfTwoUnitsTogetherWhereABufferEnds() throws IOException {
    for (int shift = 0; shift < 2; shift++) {
      String value = "x".repeat(shift) + "😀".repeat(20_000);
      SourceFile file =
          JsonReading.file(
              temp,
              "t.json",
              ("[\"" + value + "\"]").getBytes(StandardCharsets.UTF_16),
              StandardCharsets.UTF_16);
      assertThat(JsonReading.of(file, "$[*]", "$").records()).containsExactly("1/1 $=" + value);
    }
  }

  @Test
  void passesOverAByteOrderMark() throws IOException {
    assertThat(read("\uFEFF{\"a\": 1}", "$", "a").records()).containsExactly("1/1 a=1/INTEGER");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"t.jsonl", "t.ndjson", "T.JSONL"})
  void readsJsonLines(String name) throws IOException {
    SourceFile file =
        JsonReading.file(temp, name, "{\"a\": 1}\r\n\n  {\"a\": [\n{\"a\": 2}\n{\"a\": 3}");
    JsonReading reading = JsonReading.of(file, "$", "a");
    assertThat(reading.records())
        .containsExactly("1/1 a=1/INTEGER", "4/3 a=2/INTEGER", "5/4 a=3/INTEGER");
    assertThat(reading.bad()).hasSize(1);
  }

  @Test
  void readsPackedJsonLines() throws IOException {
    Path packed = temp.resolve("t.jsonl.gz");
    Files.write(
        packed, Packed.gzip("{\"a\": 1}\nx\n{\"a\": 2}\n".getBytes(StandardCharsets.UTF_8)));
    JsonReading reading =
        JsonReading.of(
            new SourceFile(packed, "t.jsonl.gz", Compression.GZIP, StandardCharsets.UTF_8),
            "$",
            "a");
    assertThat(reading.records()).containsExactly("1/1 a=1/INTEGER", "3/3 a=2/INTEGER");
    assertThat(reading.bad()).hasSize(1);
  }

  @Test
  void readsLinesLongerThanABuffer() throws IOException {
    String line = "{\"a\": \"" + "x".repeat(200_000) + "\"}\n";
    SourceFile file = JsonReading.file(temp, "t.jsonl", line.repeat(5));
    assertThat(JsonReading.of(file, "$", "a").records()).hasSize(5);
  }

  @Test
  void readsAnEmptyFileOfJsonLines() throws IOException {
    assertThat(JsonReading.of(JsonReading.file(temp, "t.jsonl", ""), "$", "a").records()).isEmpty();
  }

  @Test
  void isReadOnce() throws IOException {
    try (JsonIterations iterations =
        new JsonIterations(JsonReading.file(temp, "t.json", "{}"), "$", Detail.REFERENCES)) {
      assertThat(iterations.absent()).isEmpty();
      assertThat(iterations.names()).isEmpty();
      iterations.forEach(record -> {}, bad -> {});
      assertThatThrownBy(() -> iterations.forEach(record -> {}, bad -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("records must not be read twice");
      assertThatThrownBy(() -> iterations.reference("a"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("references must be asked for before the records are read");
    }
  }
}
