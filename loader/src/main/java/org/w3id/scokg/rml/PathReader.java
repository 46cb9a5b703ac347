package org.w3id.scokg.rml;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** Reads where the file of a source or of a target lies (RML-IO, “Relative paths”). */
final class PathReader {

  private static final IRI DATA_DUMP =
      SimpleValueFactory.getInstance().createIRI("http://rdfs.org/ns/void#dataDump");

  /** What a file is wanted for, in the words of messages. */
  enum Use {
    SOURCE("source", "reads", "read"),
    TARGET("target", "writes", "written");

    private final String noun;
    private final String verb;
    private final String participle;

    Use(String noun, String verb, String participle) {
      this.noun = noun;
      this.verb = verb;
      this.participle = participle;
    }
  }

  /**
   * A path as it is written.
   *
   * @param node the node that has it
   * @param root the folder that it starts from
   * @param text the path
   */
  record Written(Resource node, Path root, String text) {}

  private final MappingGraph graph;
  private final MappingProblems problems;
  private final MappingOptions options;

  PathReader(MappingGraph graph, MappingProblems problems, MappingOptions options) {
    this.graph = graph;
    this.problems = problems;
    this.options = options;
  }

  /**
   * The path that a value describes.
   *
   * @param owner the node that has the value
   * @param property the property that it is the value of
   * @param value a path, or a node that has one
   * @return the path, or empty if there is none, which was reported
   */
  Optional<Written> written(Resource owner, IRI property, Value value, Use use) {
    if (!(value instanceof Resource node)) {
      Path root =
          graph.isLegacy(owner, property) ? graph.directory(owner) : options.workingDirectory();
      return path(owner, root, value.stringValue());
    }
    Optional<Value> path = problems.single(node, Rml.PATH);
    if (path.isPresent()) {
      return root(node).flatMap(root -> path(node, root, path.get().stringValue()));
    }
    Optional<Value> url =
        problems.single(node, CsvwReader.URL).or(() -> problems.single(node, DATA_DUMP));
    if (url.isPresent()) {
      return path(node, graph.directory(node), url.get().stringValue());
    }
    if (!VocabularyCheck.hasUnknown(graph, node)) {
      problems.report(
          node,
          "a " + use.noun + " without rml:path",
          "a file is named by rml:path (RML-IO)",
          "add rml:path; export what is in a database, download what is on the web");
    }
    return Optional.empty();
  }

  /** The folder that {@code rml:path} starts from. */
  private Optional<Path> root(Resource node) {
    Optional<Value> root = problems.single(node, Rml.ROOT);
    if (root.isEmpty() || root.get().equals(Rml.CURRENT_WORKING_DIRECTORY)) {
      return Optional.of(options.workingDirectory());
    }
    if (root.get().equals(Rml.MAPPING_DIRECTORY)) {
      return Optional.of(graph.directory(node));
    }
    if (root.get().isLiteral()) {
      return resolve(node, options.workingDirectory(), root.get().stringValue());
    }
    problems.report(
        node,
        Rml.ROOT,
        graph.show(root.get()) + " is not a root",
        "rml:root says where rml:path starts",
        "use rml:MappingDirectory or rml:CurrentWorkingDirectory, or write the folder as a string");
    return Optional.empty();
  }

  /** A path or a URL, which must be a file's. */
  private Optional<Written> path(Resource node, Path root, String text) {
    if (text.startsWith("file:")) {
      return Optional.of(new Written(node, root, pathOf(text)));
    }
    if (text.contains("://")) {
      problems.report(
          node,
          "'" + text + "' is not a file",
          "only files are read and written",
          "download it, and name the file by rml:path");
      return Optional.empty();
    }
    return Optional.of(new Written(node, root, text));
  }

  private static String pathOf(String fileUrl) {
    try {
      String path = new URI(fileUrl.replace(" ", "%20")).getPath();
      return path == null ? fileUrl.substring("file:".length()) : path;
    } catch (URISyntaxException e) {
      return fileUrl;
    }
  }

  /** The file that a path leads to; that it may be used for this was checked. */
  Optional<Path> file(Written path, Use use) {
    Optional<Path> found = resolve(path.node(), path.root(), path.text());
    if (found.isEmpty()) {
      return found;
    }
    Path file = found.get();
    if (!file.startsWith(options.allowedRoot())) {
      problems.report(
          path.node(),
          "the "
              + use.noun
              + " '"
              + path.text()
              + "' lies outside the folder that may be "
              + use.participle,
          "a mapping " + use.verb + " files below " + options.allowedRoot().getFileName() + " only",
          "move the file there, correct the path, or allow its folder (map --allow)");
      return Optional.empty();
    }
    if (use == Use.SOURCE && !Files.isRegularFile(file)) {
      problems.report(
          path.node(),
          "the source '" + options.name(file) + "' is not there",
          "the mapping reads its records from this file",
          "correct the path, or create the file");
      return Optional.empty();
    }
    return found;
  }

  private Optional<Path> resolve(Resource node, Path root, String path) {
    try {
      return Optional.of(root.resolve(path).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      problems.report(node, "'" + path + "' is not a path", e.getReason(), "correct the path");
      return Optional.empty();
    }
  }

  /** A file as messages show it. */
  String name(Path file) {
    return options.name(file);
  }
}
