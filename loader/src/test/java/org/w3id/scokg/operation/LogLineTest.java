package org.w3id.scokg.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LogLineTest {

  @Test
  void isAnObjectOfWhatWasPut() {
    assertThat(new LogLine().put("path", "/上海").put("status", 200).put("broken", true))
        .hasToString("{\"path\":\"/上海\",\"status\":200,\"broken\":true}");
  }

  @Test
  void isAnObjectWhereNothingWasPut() {
    assertThat(new LogLine()).hasToString("{}");
  }

  @ParameterizedTest(name = "U+{0}")
  @CsvSource({
    "22,\\\"", // Quotation mark
    "5C,\\\\", // Backslash
    "0,\\u0000",
    "A,\\u000a", // Line feed
    "D,\\u000d", // Carriage return
    "1B,\\u001b", // Escape, with which terminals are told what to do
    "7F,\\u007f",
    "85,\\u0085", // Next line
    "2028,\\u2028", // Line separator
    "202E,\\u202e", // Right-to-left override
    "FEFF,\\ufeff",
    "D800,\\ud800", // Half of a pair
    "E000,\\ue000", // Private use
    "E0001,\\udb40\\udc01", // Language tag, invisible
  })
  void escapesWhatIsNotPrintable(String code, String escaped) {
    String text = new StringBuilder().appendCodePoint(Integer.parseInt(code, 16)).toString();

    assertThat(new LogLine().put("agent", "a" + text + "b"))
        .hasToString("{\"agent\":\"a" + escaped + "b\"}");
  }

  @Test
  void showsTheFirstCharactersOfALongText() {
    assertThat(new LogLine().put("agent", "😀😀😀", 2)).hasToString("{\"agent\":\"😀😀…\"}");
    assertThat(new LogLine().put("agent", "😀😀", 2)).hasToString("{\"agent\":\"😀😀\"}");
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keepsAnyTextOnOneLineAndGivesItBack(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      text.appendCodePoint(random.nextInt(random.nextBoolean() ? 256 : 0xD800));
    }

    String line = new LogLine().put("t", text.toString()).toString();

    assertThat(line.codePoints().noneMatch(Character::isISOControl)).isTrue();
    assertThat(line.lines()).hasSize(1);
    assertThat(JSON.parse(line).getString("t")).isEqualTo(text.toString());
  }
}
