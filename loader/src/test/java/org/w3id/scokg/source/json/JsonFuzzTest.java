package org.w3id.scokg.source.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.source.BadReference;
import org.w3id.scokg.source.Iterations.Detail;
import org.w3id.scokg.source.SourceFile;

/** Whatever the bytes and whatever the path: a source is read, or told to be broken. */
class JsonFuzzTest {

  private static final int ROUNDS = 500;

  private static final List<String> DOCUMENTS =
      List.of(
          """
          {"students": [
            {"ID": 10, "name": "Venus", "Sport": {"name": "Tennis", "tags": ["a", null, 2.50]}},
            {"ID": 20, "name": "Zo\\u00eb \\ud83d\\ude00 ä 名前", "Sport": null, "tags": []}]}
          """,
          """
          {"a": 1, "b": [true, false, {"c": [[1, 2], [-3e-7]]}]}
          {"a": "x\\n\\"y\\"", "b": {}}
          [] "text" 12 null
          """,
          "[[[[[[{\"a\": {\"a\": {\"a\": [0.1, 1E+5, 123456789012345678901234567890]}}}]]]]]]");

  private static final List<String> STEPS =
      List.of(
          ".a",
          ".students",
          ".name",
          "[*]",
          ".*",
          "[0]",
          "['a b']",
          "[\"ä\"]",
          ".@id",
          "..name",
          "..*",
          "[-1]",
          "[1:2]",
          "[0,1]",
          "['a','b']",
          "[?(@.a)]",
          "[?(@.ID > 15)]",
          "[?(@.name =~ /V.*/)]",
          "[?(@ in [1,2])]",
          ".length()",
          ".sum()");

  private static final String SLIPS = ".[]()'\"*?@$, \\:&=/~u12ä\ud83d\0";

  @TempDir Path temp;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void readsOrRefusesWhateverTheBytes(long seed) throws IOException {
    Random random = new Random(seed);
    int read = 0;
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = mutate(document(random).getBytes(StandardCharsets.UTF_8), random);
      // A file of its own, since some file systems flush one that is overwritten.
      String name = round + (random.nextInt(3) == 0 ? ".jsonl" : ".json");
      SourceFile file = JsonReading.file(temp, name, bytes, StandardCharsets.UTF_8);
      try {
        readAll(file, random);
        read++;
      } catch (InputException e) {
        assertThat(e.diagnostics()).isNotEmpty();
        refused++;
      }
    }
    assertThat(read).isGreaterThan(ROUNDS / 10);
    assertThat(refused).isGreaterThan(ROUNDS / 10);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 5, 6})
  void readsOrRefusesWhateverThePath(long seed) throws IOException {
    Random random = new Random(seed);
    SourceFile file = JsonReading.file(temp, "t.json", String.join("\n", DOCUMENTS));
    int read = 0;
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      try {
        JsonReading.of(file, path(random), path(random), path(random).substring(1) + "a");
        read++;
      } catch (BadReference e) {
        assertThat(e.what()).startsWith("'").endsWith("' is not a JSONPath");
        refused++;
      } catch (InputException e) {
        assertThat(e.diagnostics()).hasSize(1);
      }
    }
    assertThat(read).isGreaterThan(ROUNDS / 10);
    assertThat(refused).isGreaterThan(ROUNDS / 10);
  }

  private static void readAll(SourceFile file, Random random) {
    String iterator =
        List.of("$", "$.students[*]", "$[*]", "$.b.*", "$..a", "$.*[?(@.ID)]")
            .get(random.nextInt(6));
    Detail detail = random.nextBoolean() ? Detail.WHOLE : Detail.REFERENCES;
    String[] references = {"ID", "name", "Sport.tags[*]", "b[*].c[*][0]", "$", "a", "$..name"};
    JsonReading.of(
        file, detail, iterator, Arrays.copyOf(references, 1 + random.nextInt(references.length)));
  }

  private static String document(Random random) {
    return DOCUMENTS.get(random.nextInt(DOCUMENTS.size()));
  }

  private static byte[] mutate(byte[] original, Random random) {
    byte[] bytes = original;
    for (int times = random.nextInt(3); times >= 0; times--) {
      int from = random.nextInt(bytes.length);
      int to = from + random.nextInt(bytes.length - from);
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> flip(bytes, from, random);
            case 1 -> join(bytes, 0, to, bytes, to, to);
            case 2 -> join(bytes, 0, to, bytes, from, bytes.length);
            case 3 -> join(bytes, 0, from, bytes, to, bytes.length);
            default -> {
              byte[] other = document(random).getBytes(StandardCharsets.UTF_8);
              yield join(bytes, 0, from, other, random.nextInt(other.length), other.length);
            }
          };
      if (bytes.length == 0) {
        return bytes;
      }
    }
    return bytes;
  }

  private static byte[] flip(byte[] bytes, int at, Random random) {
    byte[] flipped = bytes.clone();
    flipped[at] = (byte) random.nextInt(256);
    return flipped;
  }

  private static byte[] join(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
    byte[] joined = Arrays.copyOf(Arrays.copyOfRange(a, aFrom, aTo), aTo - aFrom + bTo - bFrom);
    System.arraycopy(b, bFrom, joined, aTo - aFrom, bTo - bFrom);
    return joined;
  }

  private static String path(Random random) {
    StringBuilder path = new StringBuilder("$");
    for (int i = random.nextInt(4); i >= 0; i--) {
      path.append(STEPS.get(random.nextInt(STEPS.size())));
    }
    if (random.nextInt(3) == 0) {
      int at = 1 + random.nextInt(path.length() - 1);
      path.setCharAt(at, SLIPS.charAt(random.nextInt(SLIPS.length())));
    }
    return path.toString();
  }
}
