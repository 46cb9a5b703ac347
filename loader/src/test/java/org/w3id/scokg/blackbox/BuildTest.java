package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds appear whole or not at all, once for the same inputs, and always with the same bytes. */
class BuildTest {

  @TempDir Path temp;
  Path project;

  @BeforeEach
  void copyProject() throws IOException {
    project = ExampleProject.copyTo(temp.resolve("rivers"));
  }

  private Cli build(String... options) {
    return Cli.run(
        Stream.concat(Stream.of("build", "--project", project.toString()), Stream.of(options))
            .toList());
  }

  private Path current() throws IOException {
    return project.resolve("builds/current").toRealPath();
  }

  private Set<String> entries() throws IOException {
    try (Stream<Path> list = Files.list(project.resolve("builds"))) {
      return new TreeSet<>(list.map(p -> p.getFileName().toString()).toList());
    }
  }

  @Test
  void aBuildHasADatabaseDumpsDigestsAndAReport() throws IOException {
    Cli run = build();
    assertThat(run.code()).isZero();
    Path made = current();
    assertThat(run.out()).isEqualTo(made + "\n");
    assertThat(run.err()).matches("built [0-9a-f]{16} in [0-9.]+ s: 9 facts, 96 statements .*\n");
    assertThat(made.resolve("database/Data-0001")).isDirectory();
    assertThat(Files.readString(made.resolve("report.json")))
        .contains("\"id\" : \"" + made.getFileName() + "\"", "\"facts\" : 9", "\"inferred\" : 7");
    for (String line : Files.readAllLines(made.resolve("dumps/SHA256SUMS"))) {
      String file = line.substring(line.indexOf("  ") + 2);
      assertThat(line).isEqualTo(Digests.sha256(made.resolve("dumps").resolve(file)) + "  " + file);
    }
    assertThat(entries())
        .containsExactlyInAnyOrder(
            ".lock", ".publishing", "history", "current", made.getFileName().toString());
  }

  /** It is small, so that of each phase only the name is seen. */
  @Test
  void onATerminalABuildTellsWhatItDoes() {
    System.setProperty("scokg.terminal", "true");
    try {
      assertThat(build().err().replace("\r\033[K", "|"))
          .matches(
              "\\|reading …\\|mapping …\\|inferring …\\|validating …\\|writing …"
                  + "(\\|waiting for the disk …)?\\|publishing …\\|built .*\n");
    } finally {
      System.clearProperty("scokg.terminal");
    }
  }

  @Test
  void theSameInputsAreNotBuiltTwice() throws IOException {
    build();
    Path first = current();
    Object made = Files.getLastModifiedTime(first.resolve("report.json"));
    Cli again = build();
    assertThat(again.err()).isEqualTo("unchanged since build " + first.getFileName() + "\n");
    assertThat(Files.getLastModifiedTime(first.resolve("report.json"))).isEqualTo(made);
  }

  @Test
  void theSameInputsGiveTheSameBytes() throws IOException {
    build();
    List<byte[]> first = dumps();
    build("--anew");
    List<byte[]> second = dumps();
    assertThat(second.get(0)).isEqualTo(first.get(0));
    assertThat(second.get(1)).isEqualTo(first.get(1));
  }

  private List<byte[]> dumps() throws IOException {
    Path dumps = current().resolve("dumps");
    return List.of(
        Files.readAllBytes(dumps.resolve("graph.nq.gz")),
        Files.readAllBytes(dumps.resolve("graph.trig.gz")));
  }

  @Test
  void aChangeGivesAnotherBuildAndKeepsTheOld() throws IOException {
    build();
    Path first = current();
    addBridge("Camsdorf bridge");
    build();
    assertThat(current()).isNotEqualTo(first);
    assertThat(first.resolve("report.json")).exists();
  }

  @Test
  void aFailedBuildLeavesTheLastGoodOne() throws IOException {
    build();
    Path good = current();
    addBridge("");
    Cli failed = build();
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err())
        .isEqualTo(
            project
                + "/facts/places.csv:7: error: id:second rdfs:label: It has no name\n"
                + "  why: "
                + project
                + "/ontology/shapes.ttl :PlaceShape (sh:minCount on rdfs:label)\n"
                + "  fix: Fill the cell name\n");
    assertThat(current()).isEqualTo(good);
    assertThat(entries())
        .containsExactlyInAnyOrder(
            ".lock", ".publishing", "history", "current", good.getFileName().toString());
  }

  @Test
  void whatAKilledBuildLeftIsSweptByTheNext() throws IOException {
    Files.createDirectories(project.resolve("builds/.staging-123/database"));
    build();
    assertThat(entries())
        .containsExactlyInAnyOrder(
            ".lock", ".publishing", "history", "current", current().getFileName().toString());
  }

  @Test
  void goingBackToOldInputsGoesBackToTheOldBuild() throws IOException {
    build();
    Path first = current();
    String places = Files.readString(project.resolve("facts/places.csv"));
    addBridge("Camsdorf bridge");
    build();
    Files.writeString(project.resolve("facts/places.csv"), places);
    Cli back = build();
    assertThat(back.err()).isEqualTo("unchanged since build " + first.getFileName() + "\n");
    assertThat(current()).isEqualTo(first);
  }

  @Test
  void anUnwritableOutputIsSaidToBeOne() throws IOException {
    Files.writeString(project.resolve("builds"), "a file where a folder should be");
    Cli run = build();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "builds: error: the build cannot be written: "
                + project.resolve("builds")
                + "\n  why: builds are made in "
                + project.resolve("builds")
                + "\n  fix: make room, or let it be written to; the last good build is untouched\n");
  }

  @Test
  void aCellOfTenMegabytesIsRefused() throws IOException {
    Files.writeString(
        project.resolve("facts/places.csv"),
        "tower,7,Bridge," + "x".repeat(10_000_000) + ",\n",
        java.nio.file.StandardOpenOption.APPEND);
    Cli run = build();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            project
                + "/facts/places.csv:7: error: the cell of column 'name' holds 10,000,000"
                + " characters\n"
                + "  why: a cell may hold 1,048,576 characters\n"
                + "  fix: shorten the cell, or look for a quote that is not closed\n");
  }

  private void addBridge(String name) throws IOException {
    Files.writeString(
        project.resolve("facts/places.csv"),
        "second,7,Bridge," + name + ",\n",
        java.nio.file.StandardOpenOption.APPEND);
  }
}
