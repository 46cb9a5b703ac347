package org.w3id.scokg.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;

/**
 * Files of the public cases, damaged at random: whatever is wrong is told, and nothing else is
 * thrown. More rounds with {@code -Dscokg.rounds=N}.
 */
class MutatedCasesTest {

  private static final int ROUNDS = Integer.getInteger("scokg.rounds", 6);

  private static final List<OnError> FATES = List.of(OnError.FAIL, OnError.SKIP, OnError.KEEP);

  @TempDir Path folder;

  static Stream<Path> cases() throws IOException {
    List<Path> suites =
        List.of(ConformanceCase.suite("rml-core"), ConformanceCase.suite("rml-legacy"));
    assumeTrue(suites.stream().allMatch(Files::isDirectory), "the public cases are not at hand");
    Stream.Builder<Path> cases = Stream.builder();
    for (Path suite : suites) {
      try (Stream<Path> folders = Files.list(suite)) {
        folders.filter(Files::isDirectory).sorted().forEach(cases::add);
      }
    }
    return cases.build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void areToldWhatIsWrongWithThem(Path example) throws IOException {
    Random random = new Random(String.valueOf(example.getFileName()).hashCode());
    List<Path> files;
    try (Stream<Path> list = Files.list(example)) {
      files = list.sorted().toList();
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Path file : files) {
        byte[] bytes = Files.readAllBytes(file);
        boolean isDamaged = random.nextInt(files.size()) == 0;
        Files.write(folder.resolve(file.getFileName()), isDamaged ? damaged(bytes, random) : bytes);
      }
      run(FATES.get(round % FATES.size()));
    }
  }

  private void run(OnError fate) {
    Diagnostics problems = new Diagnostics();
    try {
      MappingSummary summary =
          Mapping.read(
                  List.of(folder.resolve("mapping.ttl")),
                  MappingOptions.in(folder).withOnError(fate))
              .writeNQuads(OutputStream.nullOutputStream(), RecordListener.NONE, problems);
      assertThat(summary.rejected()).isLessThanOrEqualTo(summary.read());
    } catch (InputException e) {
      assertThat(e.diagnostics()).isNotEmpty();
    }
  }

  /** Bytes flipped, cut off, doubled or replaced. */
  private static byte[] damaged(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(bytes.length);
    byte[] damaged = bytes.clone();
    switch (random.nextInt(5)) {
      case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> damaged = Arrays.copyOf(bytes, at);
      case 2 -> damaged[at] = (byte) "{}[]<>\"'\\,;:@.$/&\0\n".charAt(random.nextInt(19));
      case 3 -> {
        damaged = Arrays.copyOf(bytes, bytes.length + bytes.length - at);
        System.arraycopy(bytes, at, damaged, bytes.length, bytes.length - at);
      }
      default -> Arrays.fill(damaged, at, Math.min(bytes.length, at + 4), (byte) random.nextInt());
    }
    return damaged;
  }
}
