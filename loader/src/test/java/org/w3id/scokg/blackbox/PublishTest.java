package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that decide which build is current. */
class PublishTest {

  @TempDir Path temp;
  Path project;
  int made;

  @BeforeEach
  void copyProject() throws IOException {
    project = ExampleProject.copyTo(temp.toRealPath().resolve("rivers"));
  }

  private Cli run(String command, String... options) {
    return Cli.run(
        Stream.concat(Stream.of(command, "--project", project.toString()), Stream.of(options))
            .toList());
  }

  private String current() throws IOException {
    return project.resolve("builds/current").toRealPath().getFileName().toString();
  }

  private Path build(String id) {
    return project.resolve("builds").resolve(id);
  }

  /** Makes a build that differs from those before, and answers its id. */
  private String make(String... options) throws IOException {
    Files.writeString(
        project.resolve("facts/places.csv"),
        "bridge%1$d,7,Bridge,Bridge %1$d,\n".formatted(made++),
        StandardOpenOption.APPEND);
    Cli run = run("build", options);
    assertThat(run.code()).as(run.err()).isZero();
    return Path.of(run.out().strip()).getFileName().toString();
  }

  private List<Path> builds() throws IOException {
    if (!Files.exists(project.resolve("builds"))) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(project.resolve("builds"))) {
      return list.filter(p -> p.getFileName().toString().matches("[0-9a-f]{16}")).toList();
    }
  }

  @Test
  void aBuildIsPublishedUnlessToldOtherwise() throws IOException {
    String first = make();
    assertThat(current()).isEqualTo(first);
    String second = make("--no-publish");
    assertThat(current()).isEqualTo(first);

    Cli published = run("publish");

    assertThat(published.code()).isZero();
    assertThat(published.out()).isEqualTo(build(second) + "\n");
    assertThat(published.err())
        .isEqualTo("published %s after %s; smoke queries answered: 1\n".formatted(second, first));
    assertThat(current()).isEqualTo(second);
  }

  @Test
  void aBuildIsPublishedByItsId() throws IOException {
    String first = make();
    make();
    assertThat(run("publish", first).code()).isZero();
    assertThat(current()).isEqualTo(first);
    Cli both = run("publish", first, "--latest");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err())
        .startsWith("scokg: '%s' and --latest name two builds; give one\n".formatted(first));
  }

  @Test
  void machinesAreToldInJson() throws IOException {
    String first = make();
    String second = make("--no-publish");
    assertThat(run("publish", "--latest", "--json").out().replaceAll("\\s", ""))
        .isEqualTo(
            "{\"ok\":true,\"id\":\"%s\",\"before\":\"%s\",\"smokeQueries\":1,\"removed\":[],\"build\":\"%s\"}"
                .formatted(second, first, build(second)));
  }

  @Test
  void rollbackGoesBackToWhatWasPublishedBefore() throws IOException {
    String first = make();
    String second = make();
    Cli back = run("rollback");
    assertThat(back.code()).isZero();
    assertThat(back.out()).isEqualTo(build(first) + "\n");
    assertThat(current()).isEqualTo(first);
    Cli further = run("rollback");
    assertThat(further.code()).isEqualTo(1);
    assertThat(further.err())
        .isEqualTo(
            project.resolve("builds")
                + ": error: there is no build to go back to\n"
                + "  why: no other build was published before the current one, or none of them is"
                + " left\n"
                + "  fix: name a finished build: 'scokg publish ID'\n");
    assertThat(run("publish").code()).isZero();
    assertThat(current()).isEqualTo(second);
  }

  @Test
  void nothingIsPublishedWhereNothingIsBuilt() {
    Cli run = run("publish");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            project.resolve("builds")
                + ": error: nothing has been built yet\n"
                + "  why: what is published and served is a finished build\n"
                + "  fix: run 'scokg build'\n");
  }

  @Test
  void anUnknownBuildIsNotPublished() throws IOException {
    String only = make();
    Cli run = run("publish", "0123456789abcdef");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "builds: error: there is no build '0123456789abcdef'\n"
                + "  why: the finished builds, oldest first: "
                + only
                + "\n  fix: name one of these\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "report.json",
        "dumps/SHA256SUMS",
        "dumps/graph.nq.gz",
        "files.sha256",
        "database/Data-0001/GSPO.dat",
        "database/Data-0001/nodes-data.obj",
        "names/segments_1"
      })
  void aBuildWithoutAFileIsNotPublished(String file) throws IOException {
    String good = make();
    String bad = make("--no-publish");
    Files.delete(build(bad).resolve(file));
    Cli run = run("publish");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith(build(bad) + ": error: the build is ")
        .contains("'" + file + "' is ")
        .endsWith("  fix: delete the build and make it again with 'scokg build'\n");
    assertThat(current()).isEqualTo(good);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "report.json",
        "dumps/SHA256SUMS",
        "dumps/graph.trig.gz",
        "files.sha256",
        "database/Data-0001/GSPO.dat",
        "database/Data-0001/nodes-data.obj",
        "database/Data-0001/nodes.dat",
        "names/segments_1",
        "names/_0.cfs"
      })
  void aBuildWithAByteChangedIsNotPublished(String file) throws IOException {
    String good = make();
    String bad = make("--no-publish");
    byte[] bytes = Files.readAllBytes(build(bad).resolve(file));
    bytes[bytes.length / 3] ^= 1;
    Files.write(build(bad).resolve(file), bytes);
    Cli run = run("publish");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("the build is ").contains("scokg build");
    assertThat(current()).isEqualTo(good);
  }

  @Test
  void aBuildWithAFileCutIsNotPublished() throws IOException {
    String good = make();
    String bad = make("--no-publish");
    try (FileChannel file =
        FileChannel.open(
            build(bad).resolve("database/Data-0001/POSG.dat"), StandardOpenOption.WRITE)) {
      file.truncate(4096);
    }
    Cli run = run("publish");
    assertThat(run.err())
        .isEqualTo(
            build(bad)
                + ": error: the build is damaged: 'database/Data-0001/POSG.dat' is not what was"
                + " written\n"
                + "  why: a build never changes, and its digests tell if it did\n"
                + "  fix: delete the build and make it again with 'scokg build'\n");
    assertThat(current()).isEqualTo(good);
  }

  @Test
  void aBuildThatAnswersTooLittleIsNotPublished() throws IOException {
    String good = make();
    Path query = project.resolve("queries/towns.rq");
    Files.writeString(query, Files.readString(query).replace("# smoke: 1", "# smoke: 3"));
    Cli run = run("build");
    assertThat(run.code()).isEqualTo(1);
    String bad = run.err().replaceAll("(?s).*in build ([0-9a-f]+).*", "$1");
    assertThat(run.err())
        .isEqualTo(
            "queries/towns.rq: error: only 2 of 3 rows come of this query in build "
                + bad
                + "\n  why: its line '# smoke: 3' says what a build must give before it is"
                + " published\n"
                + "  fix: look for what has changed in the facts, or correct the number\n");
    assertThat(current()).isEqualTo(good);
    assertThat(build(bad)).isDirectory();
  }

  @Test
  void aSmokeNumberThatIsNoneIsReported() throws IOException {
    Path query = project.resolve("queries/towns.rq");
    Files.writeString(query, Files.readString(query).replace("# smoke: 1", "# smoke: some"));
    Cli run = run("build");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            query
                + ":1: error: 'some' is no number of rows\n"
                + "  why: '# smoke:' says how many rows come of the query at least, for a build to"
                + " be published\n"
                + "  fix: write a number of 1 or more, or remove the line\n");
  }

  @Test
  void oldBuildsGoWhenTheyAreMoreThanAreKept() throws IOException {
    Path config = project.resolve("fuseki-config/server.ttl");
    Files.writeString(
        config,
        Files.readString(config)
            .replace(
                "ja:context [",
                "ja:context [ ja:cxtName \"scokg:keptBuilds\" ; ja:cxtValue \"2\" ] ;\n"
                    + "    ja:context ["));
    String first = make();
    String second = make();
    String third = make();
    assertThat(builds()).containsExactlyInAnyOrder(build(second), build(third));
    String fourth = make("--no-publish");
    Cli run = run("publish");
    assertThat(run.err())
        .isEqualTo(
            "published %s after %s; smoke queries answered: 1\nremoved old builds: %s\n"
                .formatted(fourth, third, second));
    assertThat(build(first)).doesNotExist();
  }

  @Test
  void aBuildThatWasReadIsStillWhatWasWritten() throws IOException {
    String only = make();
    Cli query = run("query", "towns", "--format", "csv");
    assertThat(query.code()).isZero();
    assertThat(run("publish", only).code()).isZero();
  }
}
