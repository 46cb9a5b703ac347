package org.w3id.scokg.rml;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.w3id.scokg.facts.CsvDialect;
import org.w3id.scokg.rml.PathReader.Use;
import org.w3id.scokg.rml.PathReader.Written;
import org.w3id.scokg.source.Compression;
import org.w3id.scokg.source.Format;
import org.w3id.scokg.source.SourceFile;

/** Reads logical sources: which file, and how its records are found (RML-IO, “Logical Source”). */
final class SourceReader {

  private final MappingGraph graph;
  private final MappingProblems problems;
  private final PathReader paths;
  private final PackingReader packings;
  private final CsvwReader tables;
  private final FormatReader formats;

  SourceReader(MappingGraph graph, MappingProblems problems, MappingOptions options) {
    this.graph = graph;
    this.problems = problems;
    this.paths = new PathReader(graph, problems, options);
    this.packings = new PackingReader(graph, problems);
    this.tables = new CsvwReader(graph, problems);
    this.formats = new FormatReader(graph, problems);
  }

  /** The source that a node describes, or empty if it cannot be read, which was reported. */
  Optional<LogicalSource> read(Resource node) {
    Optional<Value> source = problems.single(node, Rml.SOURCE);
    if (source.isEmpty()) {
      if (!VocabularyCheck.hasUnknown(graph, node)) {
        problems.report(
            node,
            "a logical source without rml:source",
            "a logical source says which file its records come from (RML-IO)",
            "add rml:source");
      }
      return Optional.empty();
    }
    return paths
        .written(node, Rml.SOURCE, source.get(), Use.SOURCE)
        .flatMap(path -> read(node, path));
  }

  private Optional<LogicalSource> read(Resource node, Written path) {
    List<Resource> described = Stream.of(path.node(), node).distinct().toList();
    String unpacked = Compression.unpackedName(path.text()).toLowerCase(Locale.ROOT);
    CsvDialect dialect = tables.dialect(path.node(), usual(unpacked));
    Optional<Format> format = formats.read(node, unpacked, dialect);
    Compression compression = packings.compression(described, path.text());
    var encoding = packings.encoding(described).or(() -> tables.encoding(path.node()));
    Optional<Path> file = paths.file(path, Use.SOURCE);
    if (file.isEmpty() || format.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LogicalSource(
            new SourceFile(
                file.get(),
                paths.name(file.get()),
                compression,
                encoding.orElse(StandardCharsets.UTF_8)),
            format.get(),
            graph.isLegacy(node, Rml.SOURCE) ? NaturalTypes.IGNORED : NaturalTypes.MAPPED,
            nulls(described),
            graph.place(node)));
  }

  private static CsvDialect usual(String path) {
    CsvDialect usual = CsvDialect.RFC4180;
    return !path.endsWith(".tsv")
        ? usual
        : new CsvDialect(
            '\t',
            usual.quoteChar(),
            usual.commentPrefix(),
            usual.header(),
            usual.skipRows(),
            usual.skipBlankRows(),
            usual.trim());
  }

  private Set<String> nulls(List<Resource> described) {
    return described.stream()
        .flatMap(
            n ->
                Stream.concat(
                    graph.values(n, Rml.NULL).stream(), graph.values(n, CsvwReader.NULL).stream()))
        .map(Value::stringValue)
        .collect(Collectors.toUnmodifiableSet());
  }
}
