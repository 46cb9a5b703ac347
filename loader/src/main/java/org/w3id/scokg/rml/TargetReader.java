package org.w3id.scokg.rml;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.w3id.scokg.rml.PathReader.Use;
import org.w3id.scokg.rml.PathReader.Written;

/** Reads logical targets: which file, and what it is written as (RML-IO, “Logical Target”). */
final class TargetReader {

  private static final String FORMATS = "http://www.w3.org/ns/formats/";

  /** What can be written, by names of W3C; every Turtle document is one of N3 too. */
  private static final Map<String, RDFFormat> SYNTAXES =
      Map.of(
          FORMATS + "N-Quads", RDFFormat.NQUADS,
          FORMATS + "N-Triples", RDFFormat.NTRIPLES,
          FORMATS + "Turtle", RDFFormat.TURTLE,
          FORMATS + "TriG", RDFFormat.TRIG,
          FORMATS + "RDF_XML", RDFFormat.RDFXML,
          FORMATS + "JSON-LD", RDFFormat.JSONLD,
          FORMATS + "N3", RDFFormat.TURTLE);

  /** A target, and the node that describes it. */
  private record Described(Resource node, LogicalTarget target) {}

  private final MappingGraph graph;
  private final MappingProblems problems;
  private final PathReader paths;
  private final PackingReader packings;
  private final Map<Resource, Optional<LogicalTarget>> known = new HashMap<>();
  private final Map<Path, Described> files = new LinkedHashMap<>();

  TargetReader(MappingGraph graph, MappingProblems problems, MappingOptions options) {
    this.graph = graph;
    this.problems = problems;
    this.paths = new PathReader(graph, problems, options);
    this.packings = new PackingReader(graph, problems);
  }

  /** The targets of a term map. */
  List<LogicalTarget> of(Resource termMap) {
    return graph.values(termMap, Rml.LOGICAL_TARGET).stream()
        .flatMap(value -> read(termMap, value).stream())
        .toList();
  }

  private Optional<LogicalTarget> read(Resource termMap, Value value) {
    if (value instanceof Resource node && graph.has(node, Rml.TARGET)) {
      Optional<LogicalTarget> target = known.get(node);
      if (target == null) {
        target = read(node);
        known.put(node, target);
      }
      return target;
    }
    problems.report(
        termMap,
        Rml.LOGICAL_TARGET,
        "the logical target " + graph.show(value) + " has no rml:target",
        "rml:logicalTarget leads to a node that says which file is written",
        "describe it, with rml:target and rml:serialization");
    return Optional.empty();
  }

  private Optional<LogicalTarget> read(Resource node) {
    Value target = problems.single(node, Rml.TARGET).orElseThrow();
    RDFFormat syntax = syntax(node);
    Optional<Written> path = paths.written(node, Rml.TARGET, target, Use.TARGET);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    List<Resource> described = Stream.of(path.get().node(), node).distinct().toList();
    described.forEach(this::checkMode);
    var compression = packings.compression(described, path.get().text());
    var encoding = packings.encoding(described).orElse(StandardCharsets.UTF_8);
    return paths
        .file(path.get(), Use.TARGET)
        .map(
            file ->
                new LogicalTarget(
                    file, paths.name(file), syntax, compression, encoding, graph.place(node)))
        .map(found -> only(node, found));
  }

  /** Nodes that describe one file alike are one target (RML-Core, “effectively equal”). */
  private LogicalTarget only(Resource node, LogicalTarget target) {
    Described other = files.putIfAbsent(target.file(), new Described(node, target));
    if (other == null) {
      return target;
    }
    if (!isAlike(other.target(), target)) {
      problems.report(
          node,
          "the target '" + target.name() + "' is described in two ways",
          problems.show(other.node()) + " describes it otherwise",
          "give one of the two another rml:path");
    }
    return other.target();
  }

  private static boolean isAlike(LogicalTarget left, LogicalTarget right) {
    return left.syntax().equals(right.syntax())
        && left.compression() == right.compression()
        && left.encoding().equals(right.encoding());
  }

  private RDFFormat syntax(Resource node) {
    Optional<Value> named = problems.single(node, Rml.SERIALIZATION);
    RDFFormat syntax =
        named.map(value -> SYNTAXES.get(value.stringValue())).orElse(RDFFormat.NQUADS);
    if (named.isPresent() && !SYNTAXES.containsKey(named.get().stringValue())) {
      problems.report(
          node,
          Rml.SERIALIZATION,
          graph.show(named.get()) + " is not a syntax that can be written",
          "rml:serialization names the syntax of the target, by names of <" + FORMATS + ">",
          "use one of: "
              + SYNTAXES.keySet().stream()
                  .map(iri -> iri.substring(FORMATS.length()))
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    return syntax;
  }

  private void checkMode(Resource node) {
    Optional<Value> mode = problems.single(node, Rml.MODE);
    if (mode.isPresent()
        && !mode.get().equals(Rml.term("Write"))
        && !mode.get().equals(Rml.term("WriteRead"))) {
      problems.report(
          node,
          Rml.MODE,
          "the mode " + graph.show(mode.get()) + " is not supported",
          "a target is written anew by each run",
          "remove rml:mode");
    }
  }

  /** Reports the targets that would be written over what the mapping reads. */
  void refuseInputs(Collection<LogicalSource> sources) {
    Set<Path> read =
        sources.stream().map(source -> source.file().path()).collect(Collectors.toSet());
    files.forEach(
        (file, described) -> {
          if (read.contains(file) || graph.isFile(file)) {
            problems.report(
                described.node(),
                "the target '" + described.target().name() + "' is read by the mapping",
                "a run would write over what it was made of",
                "give the target another rml:path");
          }
        });
  }
}
