package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor finds nothing wrong with a good project, and each thing that is made wrong. */
class DoctorCommandTest {

  @TempDir Path temp;
  Path project;

  @BeforeEach
  void copyProject() throws IOException {
    project = ExampleProject.copyTo(temp.resolve("rivers"));
  }

  private Cli doctor(String... options) {
    String[] args = {"doctor", "--port", "0", "--project", project.toString()};
    return Cli.run(Stream.of(args, options).flatMap(Stream::of).toArray(String[]::new));
  }

  private Path build() throws IOException {
    assertThat(Cli.run("build", "--project", project.toString()).code()).isZero();
    return project.resolve("builds/current").toRealPath();
  }

  @Test
  void findsAProjectFitThatIsBuilt() throws IOException {
    Path build = build();

    Cli run = doctor();

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "ok: build: build %s is whole, and its database answers\n"
                .formatted(build.getFileName()))
        .contains("ok: configuration: 1 service(s) described\n")
        .doesNotContain("error: ");
    assertThat(run.out().lines()).allMatch(line -> line.matches("(ok|warning): [a-z]+: \\S.*"));
  }

  @Test
  void warnsOfAProjectThatIsNotBuilt() {
    Cli run = doctor();

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "warning: build: there is no current build; run 'scokg build'; 'serve' does, too\n");
  }

  @Test
  void changesNothing() throws IOException {
    Path build = build();
    Map<Path, byte[]> before = contents(build);

    doctor();

    // A file that is mapped may get longer, by nothing.
    Map<Path, byte[]> after = contents(build);
    assertThat(after).containsOnlyKeys(before.keySet());
    before.forEach(
        (file, bytes) ->
            assertThat(Arrays.copyOf(after.get(file), bytes.length))
                .as("%s", file)
                .isEqualTo(bytes));
    try (Stream<Path> entries = Files.list(project.resolve("builds"))) {
      assertThat(entries).noneMatch(entry -> entry.getFileName().toString().startsWith(".doctor"));
    }
  }

  private static Map<Path, byte[]> contents(Path folder) throws IOException {
    Map<Path, byte[]> contents = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      contents.put(file, Files.readAllBytes(file));
    }
    return contents;
  }

  @Test
  void findsADumpThatIsNotWhatWasWritten() throws IOException {
    Path build = build();
    Files.writeString(build.resolve("dumps/graph.nq.gz"), "x");

    Cli run = doctor("--quiet");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "error: build: builds/%s: the build is damaged: 'dumps/graph.nq.gz' is not what was"
                    .formatted(build.getFileName())
                + " written; delete the build and make it again with 'scokg build'\n")
        .doesNotContain("ok: ");
  }

  @Test
  void findsAReportThatIsMissingAndOneOfAnotherBuild() throws IOException {
    Path build = build();
    Path report = build.resolve("report.json");
    String text = Files.readString(report);
    Files.writeString(report, text.replace(build.getFileName().toString(), "another"));

    String damaged =
        "error: build: builds/%s: the build is damaged: 'report.json' is not what was written;"
            .formatted(build.getFileName());
    assertThat(doctor().out()).containsOnlyOnce(damaged);

    Files.writeString(report, "{}");
    assertThat(doctor().out()).containsOnlyOnce(damaged);

    Files.delete(report);
    assertThat(doctor().out())
        .containsOnlyOnce(
            "error: build: builds/%s: the build is not complete: 'report.json' is missing;"
                .formatted(build.getFileName()));
  }

  @Test
  void findsEveryFileThatIsNotWhatWasWritten() throws IOException {
    Path build = build();
    Files.delete(build.resolve("dumps/graph.nq.gz"));
    Files.writeString(build.resolve("database/Data-0001/POS.bpt"), "x");
    Files.delete(build.resolve("names/segments_1"));
    Files.writeString(build.resolve("names/_0.cfs"), "x");

    String name = "builds/" + build.getFileName();
    assertThat(doctor().out())
        .contains(name + ": the build is not complete: 'dumps/graph.nq.gz' is missing;")
        .contains(name + ": the build is damaged: 'database/Data-0001/POS.bpt' is not what was")
        .contains(name + ": the build is not complete: 'names/segments_1' is missing;")
        .contains(name + ": the build is damaged: 'names/_0.cfs' is not what was written;");
  }

  @Test
  void findsADamagedDatabase() throws IOException {
    Path build = build();
    Files.delete(build.resolve("database/Data-0001/SPO.bpt"));

    Cli run = doctor();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "error: build: builds/%s/database: the database is damaged: the file 'SPO.bpt' is"
                    .formatted(build.getFileName())
                + " missing; delete the build and make it again with \"scokg build\"\n");
  }

  @Test
  void findsWhatTheServerWouldNotUnderstand() throws IOException {
    Path configuration = project.resolve("fuseki-config/server.ttl");
    Files.writeString(
        configuration,
        Files.readString(configuration).replace("fuseki:name ", "fuseki:nam ")
            + "\n:database ja:context [ ja:cxtName \"scokg:slowQuery\" ; ja:cxtValue \"soon\" ] .\n");

    Cli run = doctor();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("error: configuration: fuseki-config/server.ttl: ")
        .contains("has the property 'fuseki:nam', which is not understood; write 'fuseki:name'")
        .contains("scokg:slowQuery is 'soon', which is not a duration; write for example \"5000\"");
  }

  @Test
  void examinesTheMachineWhereThereIsNoProject() throws IOException {
    Path empty = Files.createDirectory(temp.resolve("empty"));

    Cli run = Cli.run("doctor", "--port", "0", "--project", empty.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("error: project: %s: there is no folder 'facts'; ".formatted(empty))
        .contains("ok: java: ")
        .contains("error: configuration: fuseki-config/server.ttl: there is no such file; ");
  }

  @Test
  void printsADocumentForMachines() throws IOException {
    build();
    Path token = Files.writeString(temp.resolve("token"), "short");

    JsonObject well = JSON.parse(doctor("--json").out());
    JsonObject ill = JSON.parse(doctor("--json", "--admin-token-file", token.toString()).out());

    assertThat(well.getBoolean("ok")).isTrue();
    assertThat(well.get("checks").getAsArray().size()).isGreaterThanOrEqualTo(10);
    assertThat(ill.getBoolean("ok")).isFalse();
    assertThat(ill.get("checks").getAsArray().toString())
        .contains("\"check\" : \"tokens\"")
        .contains("\"level\" : \"error\"")
        .contains("the token has 5 characters, fewer than 16")
        .contains("\"fix\" : \"make one with: openssl rand -hex 24\"");
  }
}
