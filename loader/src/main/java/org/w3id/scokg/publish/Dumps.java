package org.w3id.scokg.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;
import org.eclipse.rdf4j.rio.nquads.NQuadsWriter;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLWriter;
import org.eclipse.rdf4j.rio.trig.TriGWriter;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;
import org.w3id.scokg.memory.QuadSet;
import org.w3id.scokg.store.Tasks;

/**
 * Writes a dataset as gzipped N-Quads, TriG and JSON-LD, and its triples without the graphs as
 * Turtle and RDF/XML, with a {@code SHA256SUMS} file beside them. The same quads always give the
 * same bytes: they are sorted, and nothing but them is written.
 */
final class Dumps {

  /** It is told each time that so many statements were written. */
  private static final int TOLD = 1 << 14;

  private Dumps() {}

  /**
   * Writes the dumps.
   *
   * @param quads what to write
   * @param prefixes the prefixes of the TriG dump, by prefix
   * @param directory where to, which must not exist while its parent does
   * @param progress is told how far it is
   * @return the digests by file name
   */
  static Map<String, String> write(
      QuadSet quads, Map<String, String> prefixes, Path directory, WriteProgress progress)
      throws IOException, InterruptedException {
    Files.createDirectory(directory);
    DumpOrder order = new DumpOrder(quads);
    DumpedStatements sorted = DumpedStatements.ofQuads(quads, order);
    DumpedStatements triples = sorted.triples(order);
    boolean asXml = XmlNames.canWrite(triples);
    Count count = new Count(progress, 3L * sorted.size() + (asXml ? 2L : 1L) * triples.size());
    List<Form> forms = new ArrayList<>();
    forms.add(new Form("graph.trig.gz", sorted, prefixes, text -> plain(new TriGWriter(text))));
    forms.add(new Form("graph.nq.gz", sorted, Map.of(), NQuadsWriter::new));
    forms.add(new Form("graph.jsonld.gz", sorted, Map.of(), JsonLdWriter::new));
    forms.add(new Form("graph.ttl.gz", triples, prefixes, text -> plain(new TurtleWriter(text))));
    if (asXml) {
      forms.add(new Form("graph.rdf.gz", triples, prefixes, RDFXMLWriter::new));
    }
    Map<String, String> sums = write(forms, directory, count);
    StringBuilder lines = new StringBuilder();
    sums.forEach((name, digest) -> lines.append(digest).append("  ").append(name).append('\n'));
    Files.writeString(directory.resolve("SHA256SUMS"), lines);
    return sums;
  }

  /** Writes two at a time. */
  private static Map<String, String> write(List<Form> forms, Path directory, Count count)
      throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Map<String, Future<String>> written = new TreeMap<>();
      for (Form form : forms) {
        written.put(form.name, threads.submit(() -> form.write(directory, count)));
      }
      Map<String, String> sums = new TreeMap<>();
      for (Map.Entry<String, Future<String>> file : written.entrySet()) {
        sums.put(file.getKey(), Tasks.await(file.getValue()));
      }
      return sums;
    } finally {
      Tasks.stop(threads);
    }
  }

  /** Plain: to print prettily, the writer holds every statement back and takes thrice as long. */
  private static RDFWriter plain(RDFWriter writer) {
    writer.set(BasicWriterSettings.INLINE_BLANK_NODES, false);
    return writer.set(BasicWriterSettings.PRETTY_PRINT, false);
  }

  /** Counts what is written, and tells now and then. Safe for use by many threads. */
  private static final class Count {
    private final WriteProgress progress;
    private final long total;
    private final AtomicLong done = new AtomicLong();

    Count(WriteProgress progress, long total) {
      this.progress = progress;
      this.total = total;
      progress.dumped(0, total);
    }

    void add(int more) {
      progress.dumped(done.addAndGet(more), total);
    }
  }

  /**
   * A file that is written.
   *
   * @param prefixes the prefixes that it begins with
   * @param format what writes it
   */
  private record Form(
      String name,
      Iterable<Statement> statements,
      Map<String, String> prefixes,
      Function<Writer, RDFWriter> format) {

    /** Returns its digest. */
    String write(Path directory, Count count) throws IOException {
      MessageDigest digest = DigestUtils.getSha256Digest();
      Path file = directory.resolve(name);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
          OutputStream hashed = new DigestOutputStream(out, digest);
          Writer text =
              new TextBuffer(
                  new OutputStreamWriter(
                      new GZIPOutputStream(hashed, 1 << 16), StandardCharsets.UTF_8))) {
        write(format.apply(text), count);
      }
      return HexFormat.of().formatHex(digest.digest());
    }

    private void write(RDFWriter writer, Count count) {
      writer.startRDF();
      new TreeMap<>(prefixes).forEach(writer::handleNamespace);
      int written = 0;
      for (Statement statement : statements) {
        writer.handleStatement(statement);
        if (++written == TOLD) {
          count.add(written);
          written = 0;
        }
      }
      count.add(written);
      writer.endRDF();
    }
  }
}
