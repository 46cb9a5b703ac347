package org.w3id.scokg.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The dumps of a build. A build never changes, so they are looked at once. */
final class Dumps {

  private static final String SUMS = "SHA256SUMS";

  private static final Map<String, String> TYPES =
      Map.of(
          ".nq.gz", "application/n-quads",
          ".trig.gz", "application/trig",
          ".ttl.gz", "text/turtle",
          ".nt.gz", "application/n-triples",
          ".jsonld.gz", "application/ld+json",
          ".rdf.gz", "application/rdf+xml");

  private final List<File> files;

  private Dumps(List<File> files) {
    this.files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param path where it is
   * @param name what it is called
   * @param size how many bytes it has
   * @param sha256 its digest; empty if it is not told
   */
  record File(Path path, String name, long size, String sha256) {

    /** The media type of what is in it, once it is unpacked. */
    Optional<String> content() {
      return TYPES.entrySet().stream()
          .filter(type -> name.endsWith(type.getKey()))
          .map(Map.Entry::getValue)
          .findFirst();
    }
  }

  /** The dumps of a build; none if it has none. */
  static Dumps of(Path build) {
    Path folder = build.resolve("dumps");
    if (!Files.isDirectory(folder)) {
      return new Dumps(List.of());
    }
    try (var entries = Files.list(folder)) {
      Map<String, String> sums = sums(folder.resolve(SUMS));
      List<File> files = new ArrayList<>();
      for (Path path : entries.filter(Files::isRegularFile).sorted().toList()) {
        String name = String.valueOf(path.getFileName());
        files.add(new File(path, name, Files.size(path), sums.getOrDefault(name, "")));
      }
      return new Dumps(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> sums(Path file) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    if (Files.isRegularFile(file)) {
      for (String line : Files.readAllLines(file)) {
        int space = line.indexOf("  ");
        if (space > 0) {
          sums.put(line.substring(space + 2), line.substring(0, space));
        }
      }
    }
    return sums;
  }

  List<File> files() {
    return files;
  }

  /** A file by its name. No other file of the machine has one here. */
  Optional<File> file(String name) {
    return files.stream().filter(file -> file.name.equals(name)).findFirst();
  }
}
