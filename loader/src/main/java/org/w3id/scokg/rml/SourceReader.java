package org.w3id.scokg.rml;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.w3id.scokg.facts.CsvDialect;

/** Reads logical sources: which file, read how (RML-IO). */
final class SourceReader {

  private final MappingGraph graph;
  private final MappingProblems problems;
  private final MappingOptions options;

  SourceReader(MappingGraph graph, MappingProblems problems, MappingOptions options) {
    this.graph = graph;
    this.problems = problems;
    this.options = options;
  }

  Optional<LogicalSource> read(Resource node) {
    checkFormulation(node);
    Optional<Value> source = value(node, Rml.SOURCE);
    if (source.isEmpty()) {
      problems.report(
          node,
          "a logical source without rml:source",
          "a logical source says which file its records come from (RML-IO)",
          "add rml:source");
      return Optional.empty();
    }
    Set<String> nulls = new HashSet<>(strings(node, Rml.NULL));
    Resource place = node;
    String path = source.get().stringValue();
    Path root = options.workingDirectory();
    if (source.get() instanceof Resource described) {
      nulls.addAll(strings(described, Rml.NULL));
      place = described;
      Optional<Value> named = value(described, Rml.PATH);
      if (named.isEmpty()) {
        problems.report(
            described,
            "a source without rml:path",
            "rml:RelativePathSource names a file by rml:path (RML-IO)",
            "add rml:path");
        return Optional.empty();
      }
      path = named.get().stringValue();
      root = root(described);
    }
    return file(place, root, path)
        .map(
            file ->
                new LogicalSource(
                    file,
                    options.name(file),
                    CsvDialect.RFC4180,
                    Set.copyOf(nulls),
                    graph.place(node)));
  }

  private void checkFormulation(Resource node) {
    Optional<Value> formulation = value(node, Rml.REFERENCE_FORMULATION);
    if (formulation.isPresent() && !formulation.get().equals(Rml.CSV)) {
      problems.report(
          node,
          Rml.REFERENCE_FORMULATION,
          "the reference formulation " + graph.show(formulation.get()) + " is not supported",
          "sources are read as CSV",
          "convert the source to CSV and use rml:CSV");
    }
  }

  private Path root(Resource source) {
    Optional<Value> root = value(source, Rml.ROOT);
    if (root.isPresent() && root.get().equals(Rml.MAPPING_DIRECTORY)) {
      return graph.directory(source);
    }
    if (root.isPresent() && !(root.get() instanceof IRI)) {
      return options.workingDirectory().resolve(root.get().stringValue());
    }
    return options.workingDirectory();
  }

  private Optional<Path> file(Resource node, Path root, String path) {
    Path file;
    try {
      file = root.resolve(path).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      problems.report(node, "'" + path + "' is not a path", e.getReason(), "correct the path");
      return Optional.empty();
    }
    if (!file.startsWith(options.allowedRoot())) {
      problems.report(
          node,
          "the source '" + path + "' lies outside the folder that may be read",
          "a mapping reads files below " + options.allowedRoot().getFileName() + " only",
          "move the file there, or correct the path");
      return Optional.empty();
    }
    if (!Files.isRegularFile(file)) {
      problems.report(
          node,
          "the source '" + options.name(file) + "' is not there",
          "the mapping reads its records from this file",
          "correct the path, or create the file");
      return Optional.empty();
    }
    return Optional.of(file);
  }

  private Optional<Value> value(Resource node, IRI property) {
    return graph.model().filter(node, property, null).stream()
        .map(Statement::getObject)
        .findFirst();
  }

  private List<String> strings(Resource node, IRI property) {
    return graph.model().filter(node, property, null).stream()
        .map(s -> s.getObject().stringValue())
        .toList();
  }
}
