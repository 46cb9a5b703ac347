package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/security.md names a test for each threat, and each of these tests is there. */
class SecurityManualTest {

  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern ROW =
      Pattern.compile("\\| (?!threat |---)(.+) \\| (.+) \\| (.+) \\|");
  private static final Pattern NAME = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");

  /** A threat and the names of tests that stand in its row. */
  private static final Map<String, List<MatchResult>> ROWS = new LinkedHashMap<>();

  @BeforeAll
  static void read() throws IOException {
    for (String line : Files.readAllLines(Path.of("../docs/security.md"))) {
      ROW.matcher(line)
          .results()
          .forEach(row -> ROWS.put(row.group(1), NAME.matcher(row.group(3)).results().toList()));
    }
  }

  @Test
  void everyThreatHasATestThatHoldsIt() {
    assertThat(ROWS).hasSizeGreaterThan(20);
    assertThat(ROWS).allSatisfy((threat, tests) -> assertThat(tests).as(threat).isNotEmpty());
  }

  @Test
  void everyTestNamedIsThere() throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(TESTS)) {
      files = walk.filter(file -> file.toString().endsWith(".java")).toList();
    }
    for (Path file : files) {
      sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
    }
    List<String> missing = new ArrayList<>();
    ROWS.values().stream()
        .flatMap(List::stream)
        .filter(name -> !isTest(sources.getOrDefault(name.group(1), ""), name.group(2)))
        .forEach(name -> missing.add(name.group()));
    assertThat(missing).isEmpty();
  }

  /** Whether a source has tests, and if a method is named, that one. */
  private static boolean isTest(String source, @Nullable String method) {
    return Pattern.compile("@(Parameterized)?Test\\b").matcher(source).find()
        && (method == null || source.contains("  void " + method + "("));
  }
}
