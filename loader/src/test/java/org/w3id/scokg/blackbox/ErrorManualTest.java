package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/errors.md explains every message that the program can make, and shows real ones. */
class ErrorManualTest {

  private static final Pattern MESSAGE =
      Pattern.compile(".*?: error: (?<what>.*)\n  why: (?<why>.*)\n  fix: .*\n");

  static ErrorManual manual;

  @BeforeAll
  static void read() throws IOException {
    manual = ErrorManual.read();
  }

  @Test
  void explainsEveryMessageOfTheProgram() throws IOException {
    assertThat(MessageSources.in(Path.of("src/main/java")))
        .hasSizeGreaterThan(100)
        .filteredOn(message -> message.codePoints().anyMatch(Character::isLetter))
        .filteredOn(message -> !manual.explains(message))
        .isEmpty();
  }

  @Test
  void explainsEveryMistake() throws IOException {
    List<String> unexplained = new ArrayList<>();
    for (Path mistake : files("src/test/resources/mistakes", "expected.txt")) {
      Matcher messages = MESSAGE.matcher(Files.readString(mistake));
      while (messages.find()) {
        // What a shape or a parser says is explained by its reason.
        if (!manual.explains(messages.group("what")) && !manual.explains(messages.group("why"))) {
          unexplained.add(messages.group());
        }
      }
    }
    assertThat(unexplained).isEmpty();
  }

  @Test
  void everyHeadingIsOfAMessage() throws IOException {
    List<String> said = new ArrayList<>(MessageSources.in(Path.of("src/main/java")));
    said.addAll(testTexts());
    assertThat(manual.explained())
        .filteredOn(pattern -> said.stream().noneMatch(text -> pattern.matcher(text).find()))
        .isEmpty();
  }

  @Test
  void everyExampleIsAnExpectedMessage() throws IOException {
    List<String> expected = testTexts();
    assertThat(manual.shown())
        .filteredOn(example -> example.get(0).contains(": error: "))
        .filteredOn(example -> !isAmong(expected, example))
        .isEmpty();
  }

  private static boolean isAmong(List<String> expected, List<String> example) {
    List<Pattern> lines =
        example.stream().map(line -> Pattern.compile(Example.pattern(line.strip()) + "$")).toList();
    for (int start = 0; start + lines.size() <= expected.size(); start++) {
      int matched = 0;
      while (matched < lines.size()
          && lines.get(matched).matcher(expected.get(start + matched)).find()) {
        matched++;
      }
      if (matched == lines.size()) {
        return true;
      }
    }
    return false;
  }

  /** The lines that tests expect, from files and from string literals. */
  private static List<String> testTexts() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files("src/test/resources/mistakes", "expected.txt")) {
      Files.readAllLines(file).forEach(line -> lines.add(line.strip()));
    }
    for (Path file : files("src/test/resources/mapping-mistakes", ".txt")) {
      lines.addAll(Files.readAllLines(file).stream().map(String::strip).toList());
    }
    for (Path file : files("src/test/java", ".java")) {
      text(Files.readString(file)).lines().forEach(line -> lines.add(line.strip()));
    }
    return lines;
  }

  /** Turns literals that are put together into the text they make, roughly. */
  private static String text(String source) {
    return source
        .replaceAll("\\\\\n\\s*", "")
        .replaceAll("\"\\s*\\+\\s*\"", "")
        .replaceAll("\"\\s*\\+\\s*\\w[^;\"]*?(?:\"\\w*\"[^;\"]*?)?\\+\\s*\"", "…")
        .replace("\\n", "\n")
        .replace("%d", "…")
        .replaceAll("(?m)\"{3}\\)?;?$|\"\\)*;?$", "")
        .replace("\\\"", "\"");
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of(folder))) {
      return walk.filter(p -> p.toString().endsWith(ending)).sorted().toList();
    }
  }
}
