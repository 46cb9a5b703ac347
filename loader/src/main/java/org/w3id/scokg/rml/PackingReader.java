package org.w3id.scokg.rml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.w3id.scokg.source.Compression;

/** Reads how the characters of a source or target are packed into its file (RML-IO). */
final class PackingReader {

  private static final Map<Value, Compression> COMPRESSIONS =
      Map.of(
          Rml.term("none"), Compression.NONE,
          Rml.term("gzip"), Compression.GZIP,
          Rml.term("zip"), Compression.ZIP,
          Rml.term("targz"), Compression.TAR_GZIP,
          Rml.term("targzip"), Compression.TAR_GZIP,
          Rml.term("tarxz"), Compression.TAR_XZ);

  private static final Map<Value, Charset> ENCODINGS =
      Map.of(
          Rml.term("UTF-8"), StandardCharsets.UTF_8,
          Rml.term("UTF-16"), StandardCharsets.UTF_16);

  private final MappingGraph graph;
  private final MappingProblems problems;

  PackingReader(MappingGraph graph, MappingProblems problems) {
    this.graph = graph;
    this.problems = problems;
  }

  /** The compression that one of the nodes names, or else the one that the path ends in. */
  Compression compression(List<Resource> nodes, String path) {
    for (Resource node : nodes) {
      Optional<Value> named = problems.single(node, Rml.COMPRESSION);
      if (named.isPresent()) {
        Compression known = COMPRESSIONS.get(named.get());
        if (known == null) {
          problems.report(
              node,
              Rml.COMPRESSION,
              graph.show(named.get()) + " is not a compression",
              "rml:compression says how a file is packed",
              "use one of: rml:none, rml:gzip, rml:zip, rml:targz, rml:tarxz");
        }
        return known == null ? Compression.NONE : known;
      }
    }
    return Compression.ofName(path);
  }

  /** The encoding that one of the nodes names by {@code rml:encoding}, if any does. */
  Optional<Charset> encoding(List<Resource> nodes) {
    for (Resource node : nodes) {
      Optional<Value> named = problems.single(node, Rml.ENCODING);
      if (named.isPresent()) {
        Charset known = ENCODINGS.get(named.get());
        if (known == null) {
          problems.report(
              node,
              Rml.ENCODING,
              graph.show(named.get()) + " is not an encoding",
              "rml:encoding says how characters are written",
              "use one of: rml:UTF-8, rml:UTF-16");
        }
        return Optional.ofNullable(known);
      }
    }
    return Optional.empty();
  }
}
