package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds that are stopped, killed, or run out of disk leave the last good build and nothing else.
 */
class InterruptedBuildIT {

  /** Enough that a build is still busy when its directory has been seen. */
  private static final int BRIDGES = 5_000;

  @TempDir Path temp;
  Path project;
  String good;

  @BeforeEach
  void buildOnceThenMakeItLarge() throws IOException {
    project = ExampleProject.copyTo(temp.resolve("rivers"));
    assertThat(Cli.run("build", "--project", project.toString()).code()).isZero();
    good = current();
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < BRIDGES; i++) {
      rows.append("b%d,%d,Bridge,Bridge %d,\n".formatted(i, i + 7, i));
    }
    Files.writeString(
        project.resolve("facts/places.csv"), rows, java.nio.file.StandardOpenOption.APPEND);
  }

  private String current() throws IOException {
    return project.resolve("builds/current").toRealPath().getFileName().toString();
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> list = Files.list(project.resolve("builds"))) {
      return list.map(p -> p.getFileName().toString()).toList();
    }
  }

  /** Starts a build, and returns once it has begun to write. */
  private ProgramProcess startBuild() throws IOException, InterruptedException {
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      project.resolve("builds").register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      ProgramProcess build = ProgramProcess.start("build", "--project", project.toString());
      assertThat(watch.poll(60, TimeUnit.SECONDS)).as("a directory to build in").isNotNull();
      return build;
    }
  }

  @Test
  void ctrlCLeavesNothingHalfMade() throws IOException, InterruptedException {
    try (ProgramProcess build = startBuild()) {
      build.interrupt();
      assertThat(build.exitCode()).isEqualTo(130);
      assertThat(build.err()).isEmpty();
    }
    assertThat(entries())
        .containsExactlyInAnyOrder(".lock", ".publishing", "history", "current", good);
    assertThat(current()).isEqualTo(good);
  }

  @Test
  void aHeapThatIsTooSmallIsTold() throws IOException, InterruptedException {
    try (ProgramProcess build =
        ProgramProcess.start(List.of("-Xmx12m"), "build", "--project", project.toString())) {
      assertThat(build.exitCode()).isEqualTo(1);
      assertThat(build.err())
          .endsWith(
              """
              scokg: error: the memory is not enough
                why: the heap may take 12 MiB
                fix: give the program more, for example by JAVA_TOOL_OPTIONS=-Xmx8g
              """);
    }
    assertThat(current()).isEqualTo(good);
  }

  @Test
  void aKilledBuildIsSweptByTheNextAndDoesNotBlockIt() throws IOException, InterruptedException {
    try (ProgramProcess build = startBuild()) {
      build.kill();
    }
    assertThat(current()).isEqualTo(good);
    assertThat(Cli.run("build", "--project", project.toString()).code()).isZero();
    assertThat(entries())
        .containsExactlyInAnyOrder(".lock", ".publishing", "history", "current", good, current());
  }

  @Test
  void aSecondBuildAtTheSameTimeIsRefused() throws IOException, InterruptedException {
    try (ProgramProcess build = startBuild()) {
      Cli second = Cli.run("build", "--project", project.toString());
      assertThat(second.code()).isEqualTo(1);
      assertThat(second.err())
          .isEqualTo(
              "builds: error: another build of this project is under way\n"
                  + "  why: one build at a time writes to "
                  + project.resolve("builds")
                  + "\n  fix: wait until it has ended, and build again\n");
      assertThat(build.exitCode()).isZero();
    }
  }

  @Test
  void aFullDiskIsSaidToBeFull() throws IOException, InterruptedException {
    Path builds = project.resolve("builds");
    ExampleProject.delete(builds);
    Files.createDirectory(builds);
    assumeThat(mount(builds)).as("a small file system can be mounted here").isTrue();
    try (ProgramProcess build = ProgramProcess.start("build", "--project", project.toString())) {
      assertThat(build.exitCode()).isEqualTo(1);
      assertThat(build.err())
          .isEqualTo(
              "builds: error: the build cannot be written: No space left on device\n"
                  + "  why: builds are made in "
                  + builds
                  + "\n  fix: make room, or let it be written to; the last good build is"
                  + " untouched\n");
      assertThat(entries()).containsExactly(".lock");
    } finally {
      new ProcessBuilder("umount", builds.toString()).start().waitFor();
    }
  }

  private static boolean mount(Path folder) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString())
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
