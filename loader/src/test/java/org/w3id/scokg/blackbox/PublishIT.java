package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers go over to what is published, and start on a good build whatever has happened before. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PublishIT {

  private static final int MOMENTS = Boolean.getBoolean("scokg.long") ? 50 : 6;
  private static final int SEED = 20_260_101;

  private static final String TOKEN = "rivers-and-their-towns-0001";
  private static final String BRIDGES =
      "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?b a <http://rivers.example/ontology#Bridge> } }";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir Path temp;
  Path project;
  String first;
  String second;

  /** Two builds, the second with a bridge more and the current one. */
  @BeforeEach
  void buildTwice() throws IOException {
    project = ExampleProject.copyTo(temp.toRealPath().resolve("rivers"));
    first = build();
    Files.writeString(
        project.resolve("facts/places.csv"),
        "second,7,Bridge,Second bridge,\n",
        StandardOpenOption.APPEND);
    second = build();
  }

  private String build() {
    Cli run = cli("build");
    assertThat(run.code()).as(run.err()).isZero();
    return Path.of(run.out().strip()).getFileName().toString();
  }

  private Cli cli(String command, String... options) {
    return Cli.run(arguments(command, options));
  }

  private ProgramProcess start(String command, String... options) throws IOException {
    return ProgramProcess.start(arguments(command, options));
  }

  private String[] arguments(String command, String... options) {
    String[] all = new String[options.length + 3];
    all[0] = command;
    all[1] = "--project";
    all[2] = project.toString();
    System.arraycopy(options, 0, all, 3, options.length);
    return all;
  }

  /** Serves what is built. To the program in its jar, builds of these classes are another's. */
  private ProgramProcess serve(String... options) throws IOException {
    String[] all = new String[options.length + 3];
    all[0] = "--no-build";
    all[1] = "--port";
    all[2] = "0";
    System.arraycopy(options, 0, all, 3, options.length);
    return start("serve", all);
  }

  private Path directory(String id) {
    return project.resolve("builds").resolve(id);
  }

  private String current() throws IOException {
    return project.resolve("builds/current").toRealPath().getFileName().toString();
  }

  /** The answer, with the build that it names. */
  private record Answer(String build, String text) {}

  private static Answer ask(String endpoint) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(
                    URI.create(
                        endpoint + "?query=" + URLEncoder.encode(BRIDGES, StandardCharsets.UTF_8)))
                .header("Accept", "text/csv")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new Answer(
        answer.headers().firstValue("X-Build").orElse("none"),
        answer.body().replace("\r\n", " ").strip());
  }

  private Answer answerOf(String build) {
    return new Answer(build, build.equals(first) ? "n 1" : "n 2");
  }

  private static void awaitBuild(String endpoint, String build)
      throws IOException, InterruptedException {
    while (!ask(endpoint).build().equals(build)) {
      Thread.onSpinWait();
    }
  }

  private static HttpResponse<String> post(String endpoint, String path)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(endpoint.replace("/sparql", path)))
            .header("Authorization", "Bearer " + TOKEN)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void damage(String build) throws IOException {
    Path file = directory(build).resolve("database/Data-0001/GSPO.dat");
    byte[] bytes = Files.readAllBytes(file);
    bytes[100] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void aServerThatWatchesGoesOverToWhatIsPublished() throws IOException, InterruptedException {
    try (ProgramProcess server = serve("--watch")) {
      String endpoint = server.readLine();
      assertThat(ask(endpoint)).isEqualTo(answerOf(second));
      assertThat(cli("rollback").code()).isZero();
      awaitBuild(endpoint, first);
      assertThat(ask(endpoint)).isEqualTo(answerOf(first));
      assertThat(cli("publish").code()).isZero();
      awaitBuild(endpoint, second);
      assertThat(ask(endpoint)).isEqualTo(answerOf(second));
    }
  }

  @Test
  void aServerThatWatchesDoesNotGoOverToADamagedBuild() throws IOException, InterruptedException {
    try (ProgramProcess server = serve("--watch")) {
      String endpoint = server.readLine();
      damage(first);
      // By hand, past all checks.
      Path link = project.resolve("builds/next");
      Files.createSymbolicLink(link, Path.of(first));
      Files.move(
          link,
          project.resolve("builds/current"),
          java.nio.file.StandardCopyOption.ATOMIC_MOVE,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      while (!server.err().contains("serving build " + second + " on\n")) {
        assertThat(ask(endpoint)).isEqualTo(answerOf(second));
      }
      assertThat(server.err())
          .contains("warning: the build is damaged: 'database/Data-0001/GSPO.dat' is not what was");
      assertThat(ask(endpoint)).isEqualTo(answerOf(second));
    }
  }

  @Test
  void aServerIsToldOverHttp() throws IOException, InterruptedException {
    Path token = Files.writeString(temp.resolve("token"), TOKEN + "\n");
    try (ProgramProcess server = serve("--admin-token-file", token.toString())) {
      String endpoint = server.readLine();
      HttpResponse<String> back = post(endpoint, "/admin/rollback");
      assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
      assertThat(ask(endpoint)).isEqualTo(answerOf(first));
      assertThat(current()).isEqualTo(first);
      HttpResponse<String> further = post(endpoint, "/admin/rollback");
      assertThat(further.statusCode()).isEqualTo(409);
      assertThat(further.body()).contains("there is no build to go back to");
      damage(second);
      HttpResponse<String> bad = post(endpoint, "/admin/publish");
      assertThat(bad.statusCode()).isEqualTo(409);
      assertThat(bad.body()).contains("the build is damaged");
      assertThat(ask(endpoint)).isEqualTo(answerOf(first));
      damage(second);
      assertThat(post(endpoint, "/admin/publish?build=" + second).statusCode()).isEqualTo(200);
      assertThat(ask(endpoint)).isEqualTo(answerOf(second));
      assertThat(server.err()).doesNotContain(TOKEN);
    }
  }

  @Test
  void aServerThatIsStartedAgainDoesNotUndoARollback() throws IOException, InterruptedException {
    assertThat(ended("build")).isZero();
    String latest = current();
    assertThat(cli("rollback").code()).isZero();
    try (ProgramProcess server = start("serve", "--port", "0")) {
      assertThat(ask(server.readLine()).build()).isEqualTo(second);
    }
    assertThat(ended("build")).isZero();
    assertThat(current()).isEqualTo(latest);
    try (ProgramProcess server = start("serve", "--port", "0")) {
      assertThat(ask(server.readLine()).build()).isEqualTo(latest);
    }
  }

  private int ended(String command) throws IOException, InterruptedException {
    try (ProgramProcess process = start(command)) {
      return process.exitCode();
    }
  }

  @Test
  void aServerStartsOnTheLastGoodBuildWhereTheCurrentOneIsDamaged()
      throws IOException, InterruptedException {
    damage(second);
    try (ProgramProcess server = serve()) {
      String endpoint = server.readLine();
      assertThat(ask(endpoint)).isEqualTo(answerOf(first));
      assertThat(server.err())
          .isEqualTo(
              directory(second)
                  + ": warning: the build is damaged: 'database/Data-0001/GSPO.dat' is not what was"
                  + " written\n"
                  + "  why: a build never changes, and its digests tell if it did\n"
                  + "  fix: delete the build and make it again with 'scokg build'\n"
                  + project.resolve("builds/current")
                  + ": warning: build "
                  + first
                  + " is served instead of the current one\n"
                  + "  why: it is the last good one of those that were published before\n"
                  + "  fix: run 'scokg build --anew', or make it the current one with 'scokg publish "
                  + first
                  + "'\nserving Two rivers at "
                  + endpoint.replace("sparql", "")
                  + "; Ctrl-C stops\n");
    }
  }

  @Test
  void aServerStartsOnTheLastGoodBuildWhereTheCurrentOneIsGone()
      throws IOException, InterruptedException {
    ExampleProject.delete(directory(second));
    try (ProgramProcess server = serve()) {
      assertThat(ask(server.readLine())).isEqualTo(answerOf(first));
      assertThat(server.err()).contains("warning: there is no build '" + second + "'");
    }
  }

  @Test
  void aServerDoesNotStartWhereNoBuildIsGood() throws IOException, InterruptedException {
    damage(first);
    damage(second);
    try (ProgramProcess server = serve()) {
      assertThat(server.exitCode()).isEqualTo(1);
      assertThat(server.err()).startsWith(directory(second) + ": error: the build is damaged: ");
    }
  }

  @Test
  void aPublicationOnAFullDiskChangesNothing() throws IOException, InterruptedException {
    withSmallDisk(
        () -> {
          fill(project.resolve("builds/filling"));
          for (String command : new String[] {"publish", "rollback"}) {
            assertThat(refusal(command))
                .startsWith(
                    "builds: error: the build cannot be written: No space left on device\n");
            assertThat(current()).isEqualTo(second);
          }
        });
  }

  @Test
  void aPublicationToAReadOnlyFolderChangesNothing() throws IOException, InterruptedException {
    withSmallDisk(
        () -> {
          assertThat(mount("-o", "remount,ro", project.resolve("builds").toString())).isTrue();
          assertThat(refusal("publish", first))
              .isEqualTo(
                  directory(first)
                      + "/database: error: the database cannot be read: it is read-only\n"
                      + "  why: its files must be readable and writable by whoever serves them\n"
                      + "  fix: correct their owner and mode\n");
          assertThat(current()).isEqualTo(second);
        });
  }

  /** What a command says that ends with an error; in a process that leaves nothing mapped. */
  private String refusal(String command, String... options)
      throws IOException, InterruptedException {
    try (ProgramProcess process = start(command, options)) {
      assertThat(process.exitCode()).as(process.err()).isEqualTo(1);
      return process.err();
    }
  }

  /** Something done on a disk of its own. */
  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private void withSmallDisk(Work work) throws IOException, InterruptedException {
    Path builds = project.resolve("builds");
    ExampleProject.delete(builds);
    Files.createDirectory(builds);
    assumeThat(mount("-t", "tmpfs", "-o", "size=16m", "tmpfs", builds.toString()))
        .as("a small file system can be mounted here")
        .isTrue();
    try {
      String places = Files.readString(project.resolve("facts/places.csv"));
      Files.writeString(
          project.resolve("facts/places.csv"),
          places.replace("second,7,Bridge,Second bridge,\n", ""));
      assertThat(ended("build")).isZero();
      first = current();
      Files.writeString(project.resolve("facts/places.csv"), places);
      assertThat(ended("build")).isZero();
      second = current();
      work.run();
    } finally {
      new ProcessBuilder("umount", builds.toString()).start().waitFor();
    }
  }

  private static boolean mount(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "mount";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void fill(Path file) {
    byte[] zeros = new byte[4096];
    try (var out = Files.newOutputStream(file)) {
      while (true) {
        out.write(zeros);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left on device");
    }
  }

  /** With {@code -Dscokg.long=true} at 50 moments, else at a few. */
  @Test
  void whateverIsKilledAServerStartsOnAGoodBuild() throws IOException, InterruptedException {
    Random random = new Random(SEED);
    for (int i = 0; i < MOMENTS; i++) {
      try (ProgramProcess doomed = doomed(i)) {
        // A moment is meant: what is killed must not be waited for.
        Thread.sleep(random.nextLong(1_800));
        doomed.kill();
      }
      try (ProgramProcess server = serve()) {
        String endpoint = server.readLine();
        assertThat(endpoint).as("kill %d: %s", i, server.err()).startsWith("http://");
        Answer answer = ask(endpoint);
        assertThat(answer.build()).as("kill %d: %s", i, server.err()).isIn(first, second);
        assertThat(answer).isEqualTo(answerOf(answer.build()));
        server.kill();
      }
    }
    assertThat(cli("build", "--anew").code()).isZero();
    for (String build : new String[] {first, second}) {
      Cli run = cli("publish", build);
      assertThat(run.code()).as(run.err()).isZero();
    }
    assertThat(cli("rollback").code()).isZero();
    assertThat(current()).isEqualTo(first);
  }

  private ProgramProcess doomed(int i) throws IOException {
    return switch (i % 4) {
      case 0 -> start("build", "--anew", "--no-publish");
      case 1 -> start("publish", first);
      case 2 -> serve();
      default -> start("publish", second);
    };
  }
}
