package org.w3id.scokg.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What there is to copy does what it says, whatever is in the query. */
class CommandTest {

  /** Quotation marks of every kind, and what would end a literal. */
  static final String NASTY =
      """
      # it's a "test" of \\ and \"""three\""" and )---" and $x and `y` and %s
      SELECT ("a\\\\b\\"c" AS ?x) ('d' AS ?y) { }""";

  @TempDir static Path folder;

  private static SiteServer site;

  @BeforeAll
  static void start() throws IOException {
    site = SiteServer.of("", folder);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static void requireProgram(String name) {
    boolean isThere =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .anyMatch(path -> Files.isExecutable(Path.of(path, name)));
    assumeTrue(isThere, "there is no " + name + " here");
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue())
        .as(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .isZero();
    return Files.readString(out);
  }

  private static String of(Command command, String query, boolean isTable) {
    return command.of(site.address() + "/sparql", query, isTable);
  }

  @Test
  void curlGetsTheTable() throws IOException, InterruptedException {
    requireProgram("curl");
    assertThat(run("sh", "-c", of(Command.CURL, NASTY, true)))
        .isEqualTo("x,y\r\n\"a\\b\"\"c\",d\r\n");
  }

  @Test
  void curlGetsTheGraph() throws IOException, InterruptedException {
    requireProgram("curl");
    assertThat(run("sh", "-c", of(Command.CURL, "CONSTRUCT { <x:a> <x:b> 'c' } {}", false)))
        .contains("<x:a>", "\"c\"");
  }

  @Test
  void pythonGetsTheTable() throws IOException, InterruptedException {
    requireProgram("python3");
    assertThat(run("python3", "-c", of(Command.PYTHON, NASTY, true)))
        .isEqualTo("{'x': 'a\\\\b\"c', 'y': 'd'}\n");
  }

  @Test
  void pythonGetsTheGraph() throws IOException, InterruptedException {
    requireProgram("python3");
    String query = "CONSTRUCT { <x:a> <x:b> 'c' } {}";
    assertThat(run("python3", "-c", of(Command.PYTHON, query, false))).contains("<x:a>", "\"c\"");
  }

  @Test
  void theLiteralOfRHasAnEndThatIsNotInTheQuery() {
    assertThat(of(Command.R, NASTY, true))
        .contains("query <- r\"----(\n" + NASTY + "\n)----\"\n")
        .contains("sparql?format=csv&query=");
    assertThat(of(Command.R, "CONSTRUCT WHERE { ?s ?p ?o }", false))
        .contains("query <- r\"---(\nCONSTRUCT WHERE { ?s ?p ?o }\n)---\"\n")
        .contains("sparql?format=ttl&query=");
  }

  @Test
  void anAddressThatWouldEndItsLiteralIsMadeHarmless() {
    for (Command command : Command.values()) {
      assertThat(command.template("http://x/'\"\\ y", true)).contains("http://x/y");
    }
  }

  @Test
  void pagesOnQuestionsHaveAllOfThem() {
    String page = site.browse("/query/graph").body();

    assertThat(List.of("curl", "Python", "R"))
        .allMatch(title -> page.contains("<summary>" + title + "</summary>"));
    assertThat(page)
        .contains("<code>curl -H &#39;Accept: text/turtle&#39; --data-urlencode")
        .contains("<a href=\"/sparql?example=graph\">Open it in the editor</a>");
  }
}
