package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every {@code console} block of README.md and docs/ is run, page by page, in a fresh copy of the
 * project, and must print what it says; see {@link Example} for how it says so. A server that a
 * page starts with {@code ./scokg serve} runs until the page ends.
 *
 * <p>With {@code -Dscokg.accept=true} what is printed becomes what the page says, to be read before
 * it is committed.
 */
class DocsIT {

  private static final Path ROOT = Path.of("..");

  @TempDir static Path temp;
  static ProjectCopy copies;

  @BeforeAll
  static void prepare() throws IOException, InterruptedException {
    copies = new ProjectCopy(temp);
  }

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      List<Path> pages = docs.filter(p -> p.toString().endsWith(".md")).sorted().toList();
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages.stream());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void printsWhatItSays(Path page) throws IOException, InterruptedException {
    List<String> skipped = new ArrayList<>();
    Map<Example, String> unexpected = new LinkedHashMap<>();
    try (Shell shell = Shell.in(copies.renew())) {
      boolean curl = shell.has("curl");
      for (Example example : Example.of(page)) {
        if (example.command().contains("curl ") && !curl) {
          skipped.add(example.command());
          continue;
        }
        String printed = shell.run(example.command());
        if (!example.isMetBy(printed)) {
          unexpected.put(example, printed);
        }
      }
    }
    if (Boolean.getBoolean("scokg.accept")) {
      accept(page, unexpected);
    }
    assertThat(unexpected).as("examples that print something else").isEmpty();
    assumeThat(skipped).as("curl is not there, so these were not run").isEmpty();
  }

  private static void accept(Path page, Map<Example, String> printed) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(page));
    List<Example> fromTheEnd = new ArrayList<>(printed.keySet());
    Collections.reverse(fromTheEnd);
    for (Example example : fromTheEnd) {
      int start = example.line() - 1 + (int) example.command().lines().count();
      List<String> output = lines.subList(start, start + example.output().size());
      output.clear();
      output.addAll(Example.lines(printed.getOrDefault(example, "")));
    }
    Files.write(page, lines);
  }
}
