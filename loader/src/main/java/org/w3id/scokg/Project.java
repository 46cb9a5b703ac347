package org.w3id.scokg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * A project folder: {@code ontology/}, {@code facts/}, {@code mappings/}, {@code queries/} and
 * {@code fuseki-config/}. All that is known of the subject is in these.
 */
public final class Project {

  private static final List<String> REQUIRED = List.of("ontology", "facts", "mappings");

  private static final String REVIEW = ".review.tsv";

  private final Path directory;
  private final Path namesFrom;
  private final Dataset dataset;

  private Project(Path directory, Path namesFrom) {
    this.directory = directory;
    this.namesFrom = namesFrom;
    Path description = directory.resolve("ontology/dataset.ttl");
    this.dataset = Dataset.read(description, name(description));
  }

  /**
   * Opens a project.
   *
   * @param directory its folder
   * @param namesFrom the folder that messages show paths relative to
   * @throws InputException if the folder is no project or its dataset description is unusable
   */
  public static Project open(Path directory, Path namesFrom) {
    wakeJena();
    Path absolute = directory.toAbsolutePath().normalize();
    Diagnostics problems = new Diagnostics();
    for (String folder : REQUIRED) {
      if (!Files.isDirectory(absolute.resolve(folder))) {
        problems.accept(
            new Diagnostic(
                Location.of(directory.toString().isEmpty() ? "." : directory.toString()),
                "there is no folder '" + folder + "'",
                "a project has the folders " + String.join(", ", REQUIRED),
                "run this in the project's folder, or name it with --project DIR"));
      }
    }
    problems.throwIfAny();
    return new Project(absolute, namesFrom.toAbsolutePath().normalize());
  }

  /**
   * Initialises Jena, or waits until another thread has. Jena itself says that it is done as soon
   * as it has begun, and two threads then wait for each other's classes for ever.
   */
  public static synchronized void wakeJena() {
    JenaSystem.init();
  }

  /** The project's folder. */
  public Path directory() {
    return directory;
  }

  /** What the project says of its dataset. */
  public Dataset dataset() {
    return dataset;
  }

  /** The folder of its builds. */
  public Path builds() {
    return directory.resolve("builds");
  }

  /** What reconciliation services have answered. It may be deleted, and is then asked for again. */
  public Path answers() {
    return builds().resolve(".answers");
  }

  /** The configuration of its server. */
  public Path serverConfiguration() {
    return directory.resolve("fuseki-config/server.ttl");
  }

  /** A path as messages show it. */
  public String name(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(namesFrom)
        ? namesFrom.relativize(absolute).toString()
        : absolute.toString();
  }

  /** The folder that messages show paths relative to. */
  Path namesFrom() {
    return namesFrom;
  }

  /** The ontology's files: all Turtle in {@code ontology/} but the shapes and the dataset. */
  List<Path> ontologyFiles() {
    return files("ontology", ".ttl").stream()
        .filter(p -> !p.endsWith("shapes.ttl") && !p.endsWith("dataset.ttl"))
        .toList();
  }

  Path shapesFile() {
    return directory.resolve("ontology/shapes.ttl");
  }

  Path datasetFile() {
    return directory.resolve("ontology/dataset.ttl");
  }

  List<Path> tables() {
    return files("facts", ".csv");
  }

  List<Path> mappingFiles() {
    return files("mappings", ".rml.ttl");
  }

  List<Path> linkFiles() {
    return files("mappings", ".sssom.tsv");
  }

  /** The named queries' files. */
  List<Path> queryFiles() {
    return files("queries", ".rq");
  }

  /** Every file that a build is made of. */
  List<Path> inputs() {
    return Stream.concat(
            Stream.of("ontology", "facts", "mappings")
                .flatMap(folder -> files(folder, "").stream())
                .filter(file -> !isOfLinking(file)),
            queryFiles().stream())
        .toList();
  }

  /** The files of proposals for review. */
  public List<Path> reviewFiles() {
    return files("mappings", REVIEW);
  }

  /** Whether it serves to find links, which reach the graph once they are published. */
  private static boolean isOfLinking(Path file) {
    return file.toString().endsWith(REVIEW) || file.toString().endsWith(".link.rq");
  }

  private List<Path> files(String folder, String ending) {
    Path root = directory.resolve(folder);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(p -> isInput(p) && p.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hidden files and the copies that editors leave are nobody's input. */
  private static boolean isInput(Path file) {
    String name = String.valueOf(file.getFileName());
    return Files.isRegularFile(file) && !name.startsWith(".") && !name.endsWith("~");
  }
}
