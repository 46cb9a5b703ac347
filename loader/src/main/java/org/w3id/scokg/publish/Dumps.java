package org.w3id.scokg.publish;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;
import org.eclipse.rdf4j.rio.nquads.NQuadsWriter;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLWriter;
import org.eclipse.rdf4j.rio.trig.TriGWriter;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;

/**
 * Writes a dataset as gzipped N-Quads, TriG and JSON-LD, and its triples without the graphs as
 * Turtle and RDF/XML, with a {@code SHA256SUMS} file beside them. The same quads always give the
 * same bytes: they are sorted, and nothing but them is written.
 */
final class Dumps {

  private Dumps() {}

  /**
   * Writes the dumps.
   *
   * @param quads what to write
   * @param prefixes the prefixes of the TriG dump, by prefix
   * @param directory where to, which must not exist while its parent does
   * @return the digests by file name
   */
  static Map<String, String> write(
      Collection<Quad> quads, Map<String, String> prefixes, Path directory) throws IOException {
    Files.createDirectory(directory);
    List<Statement> sorted = sorted(quads);
    Map<String, String> sums = new TreeMap<>();
    Forms forms = new Forms(directory, sums);
    forms.write("graph.nq.gz", sorted, Map.of(), NQuadsWriter::new);
    forms.write("graph.trig.gz", sorted, prefixes, text -> plain(new TriGWriter(text)));
    forms.write("graph.jsonld.gz", sorted, Map.of(), JsonLdWriter::new);
    List<Statement> triples = triples(sorted);
    forms.write("graph.ttl.gz", triples, prefixes, text -> plain(new TurtleWriter(text)));
    if (XmlNames.canWrite(triples)) {
      forms.write("graph.rdf.gz", triples, prefixes, RDFXMLWriter::new);
    }
    StringBuilder lines = new StringBuilder();
    sums.forEach((name, digest) -> lines.append(digest).append("  ").append(name).append('\n'));
    Files.writeString(directory.resolve("SHA256SUMS"), lines);
    return sums;
  }

  /** Plain: to print prettily, the writer holds every statement back and takes thrice as long. */
  private static RDFWriter plain(RDFWriter writer) {
    writer.set(BasicWriterSettings.INLINE_BLANK_NODES, false);
    return writer.set(BasicWriterSettings.PRETTY_PRINT, false);
  }

  /** By graph, subject, predicate and object, as these are written. */
  private static List<Statement> sorted(Collection<Quad> quads) {
    record Line(String key, Statement statement) {}
    return quads.stream()
        .map(Rdf4jTerms::statement)
        .map(s -> new Line(key(s), s))
        .sorted(Comparator.comparing(Line::key))
        .map(Line::statement)
        .toList();
  }

  /** The triples of all graphs, each once, by subject, predicate and object. */
  private static List<Statement> triples(List<Statement> sorted) {
    Map<String, Statement> triples = new TreeMap<>();
    for (Statement s : sorted) {
      Statement triple = Rdf4jTerms.triple(s);
      triples.putIfAbsent(key(triple), triple);
    }
    return List.copyOf(triples.values());
  }

  private static String key(Statement s) {
    String graph = s.getContext() == null ? "" : s.getContext().toString();
    return String.join(
        "\0",
        graph,
        s.getSubject().toString(),
        s.getPredicate().toString(),
        s.getObject().toString());
  }

  /** The files that are written, and their digests. */
  private record Forms(Path directory, Map<String, String> sums) {
    void write(
        String name,
        List<Statement> statements,
        Map<String, String> prefixes,
        Function<Writer, RDFWriter> format)
        throws IOException {
      sums.put(name, Dumps.write(statements, prefixes, directory.resolve(name), format));
    }
  }

  private static String write(
      List<Statement> statements,
      Map<String, String> prefixes,
      Path file,
      Function<Writer, RDFWriter> format)
      throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        OutputStream hashed = new DigestOutputStream(out, digest);
        Writer text =
            // Rio writes character by character, which a bare encoder takes dearly.
            new BufferedWriter(
                new OutputStreamWriter(
                    new GZIPOutputStream(hashed, 1 << 16), StandardCharsets.UTF_8),
                1 << 16)) {
      RDFWriter writer = format.apply(text);
      writer.startRDF();
      new TreeMap<>(prefixes).forEach(writer::handleNamespace);
      statements.forEach(writer::handleStatement);
      writer.endRDF();
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
