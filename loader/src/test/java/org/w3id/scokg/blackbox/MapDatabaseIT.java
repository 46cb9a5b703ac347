package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases whose making is stopped, killed, or runs out of disk or memory are not there. */
class MapDatabaseIT {

  private static final int ROWS = 200_000;

  private static final String MAPPING =
      """
      @prefix rml: <http://w3id.org/rml/> .
      <#row> rml:logicalSource [
          rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "rows.csv" ] ;
          rml:referenceFormulation rml:CSV ] ;
        rml:subjectMap [ rml:template "https://example.org/{id}" ;
          rml:graphMap [ rml:template "https://example.org/fact/{id}" ] ] ;
        rml:predicateObjectMap [ rml:predicate <https://example.org/text> ;
          rml:objectMap [ rml:reference "text" ] ] .
      """;

  @TempDir Path folder;
  Path place = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("mapping.ttl"), MAPPING);
    try (BufferedWriter rows = Files.newBufferedWriter(folder.resolve("rows.csv"))) {
      rows.write("id,text\n");
      for (int i = 0; i < ROWS; i++) {
        rows.write(i + ",a text of row " + i + "\n");
      }
    }
    place = Files.createDirectory(folder.resolve("place"));
  }

  private String[] command() {
    return new String[] {
      "map",
      "--mapping",
      folder.resolve("mapping.ttl").toString(),
      "--output",
      place.resolve("rows.tdb2").toString()
    };
  }

  private List<String> files() throws IOException {
    try (Stream<Path> list = Files.list(place)) {
      return list.map(p -> p.getFileName().toString()).toList();
    }
  }

  private void waitUntilBegun() throws InterruptedException {
    Path terms = place.resolve("rows.tdb2.unfinished/database/unfinished/nodes");
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (Files.notExists(terms) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(terms).exists();
  }

  @Test
  void ctrlCLeavesNothing() throws IOException, InterruptedException {
    try (ProgramProcess map = ProgramProcess.start(command())) {
      waitUntilBegun();
      map.interrupt();
      assertThat(map.exitCode()).isEqualTo(130);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void whatAKilledProcessLeavesIsNoDatabaseAndDoesNotBlockTheNext()
      throws IOException, InterruptedException {
    try (ProgramProcess map = ProgramProcess.start(command())) {
      waitUntilBegun();
      map.kill();
    }
    assertThat(files()).containsExactly("rows.tdb2.unfinished");
    assertThat(Cli.run(command()).code()).isZero();
    assertThat(files()).containsExactly("rows.tdb2");
  }

  /** From one that holds not even the terms to one that lacks room for the last index. */
  @ParameterizedTest
  @ValueSource(ints = {1, 12, 30, 50})
  void aDiskThatIsFullIsSaidToBe(int mebibytes) throws IOException, InterruptedException {
    assumeThat(mount(mebibytes)).as("a small file system can be mounted here").isTrue();
    try (ProgramProcess map = ProgramProcess.start(command())) {
      assertThat(map.exitCode()).isEqualTo(1);
      assertThat(map.err())
          .isEqualTo(
              place.resolve("rows.tdb2")
                  + """
                  : error: the database cannot be written: No space left on device
                    why: it is made in a directory beside its place, and so are temporary files
                    fix: make room, or let it be written to; nothing is left of it
                  """);
      assertThat(files()).isEmpty();
    } finally {
      new ProcessBuilder("umount", place.toString()).start().waitFor();
    }
  }

  private boolean mount(int mebibytes) throws IOException, InterruptedException {
    try {
      String size = "size=" + mebibytes + "m";
      return new ProcessBuilder("mount", "-t", "tmpfs", "-o", size, "tmpfs", place.toString())
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aHeapThatIsTooSmallIsSaidToBe() throws IOException, InterruptedException {
    Path err = folder.resolve("err");
    Process map =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx24m",
                            "-jar",
                            "target/scokg.jar"),
                        Stream.of(command()))
                    .toList())
            .redirectError(err.toFile())
            .start();
    assertThat(map.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(err))
        .contains(": error: the memory is not enough to make the database\n");
    assertThat(map.exitValue()).isEqualTo(1);
    assertThat(files()).isEmpty();
  }
}
