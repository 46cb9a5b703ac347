package org.w3id.scokg.server;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The files below a folder that this process has open or mapped, as the kernel tells. */
final class OpenFiles {

  private static final Path HANDLES = Path.of("/proc/self/fd");
  private static final Path MAPPINGS = Path.of("/proc/self/maps");

  private OpenFiles() {}

  /** The open handles and the mappings, once garbage is collected; none on other systems. */
  static List<String> below(Path folder) {
    assumeThat(HANDLES).as("the kernel tells what is open").isDirectory();
    String start = folder.toString();
    return Stream.concat(handles(), mappings()).filter(line -> line.contains(start)).toList();
  }

  /** What is open below a folder once garbage is collected; nothing is waited for, if possible. */
  static List<String> leftBelow(Path folder) {
    return settled(folder, List.of());
  }

  /** Collects garbage until what is open below a folder is as expected, or for ten seconds. */
  static List<String> settled(Path folder, List<String> expected) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    System.gc();
    List<String> open = names(folder);
    while (!open.equals(expected) && System.nanoTime() < end) {
      System.gc();
      open = names(folder);
    }
    return open;
  }

  /** Without addresses, which differ from one mapping of a file to the next. */
  static List<String> names(Path folder) {
    return below(folder).stream().map(line -> line.replaceFirst(".*? /", "/")).sorted().toList();
  }

  private static Stream<String> handles() {
    try (Stream<Path> handles = Files.list(HANDLES)) {
      return handles.map(OpenFiles::target).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path handle) {
    try {
      return Files.readSymbolicLink(handle).toString();
    } catch (IOException e) {
      return "closed meanwhile";
    }
  }

  private static Stream<String> mappings() {
    try {
      return Files.readAllLines(MAPPINGS).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
