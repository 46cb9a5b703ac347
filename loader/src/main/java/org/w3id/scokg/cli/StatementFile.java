package org.w3id.scokg.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.RDFHandlerWrapper;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.rml.LogicalTarget;
import org.w3id.scokg.source.Compression;

/** A file that statements are written to. It appears whole under its name, or not at all. */
final class StatementFile implements StatementOutput {

  private static final int BUFFER = 1 << 16;

  private final OutputFile file;
  private final RDFFormat format;
  private final Charset encoding;
  private @Nullable RDFWriter writer;
  private @Nullable Writer text;

  private StatementFile(OutputFile file, RDFFormat format, Charset encoding) {
    this.file = file;
    this.format = format;
    this.encoding = encoding;
  }

  /**
   * Opens a file, or standard output for {@code -}.
   *
   * @throws InputException if its ending is of no syntax, or it cannot be written
   */
  static StatementFile open(String name, PrintWriter out) {
    return name.equals("-")
        ? new StatementFile(OutputFile.of(out), RDFFormat.NQUADS, StandardCharsets.UTF_8)
        : new StatementFile(
            OutputFile.create(name, Compression.ofName(name)),
            format(name),
            StandardCharsets.UTF_8);
  }

  /**
   * Opens the file of a logical target.
   *
   * @throws InputException if it cannot be written
   */
  static StatementFile open(LogicalTarget target) {
    return new StatementFile(
        OutputFile.create(target.file().toString(), target.compression()),
        target.syntax(),
        target.encoding());
  }

  private static RDFFormat format(String name) {
    Optional<RDFFormat> format = Rio.getWriterFormatForFileName(Compression.unpackedName(name));
    return format.orElseThrow(
        () ->
            new InputException(
                new Diagnostic(
                    Location.of(name),
                    "the ending names no syntax",
                    "the syntax of the output is chosen by the file's ending",
                    "use one of .nq .nt .ttl .trig .jsonld .rdf, with .gz if it is to be packed,"
                        + " or .tdb2 for a database")));
  }

  @Override
  public boolean takesNQuads() {
    return format.equals(RDFFormat.NQUADS) && encoding.equals(StandardCharsets.UTF_8);
  }

  @Override
  public OutputStream stream() {
    return file.stream();
  }

  /** Takes statements, and writes them in the file's syntax. */
  @Override
  public RDFHandler handler() {
    text = new BufferedWriter(new OutputStreamWriter(file.stream(), encoding), BUFFER);
    writer = Rio.createWriter(format, text);
    writer.startRDF();
    return new NamedGraphs(writer, format, file.name());
  }

  @Override
  public void finish() {
    try {
      if (writer != null && text != null) {
        writer.endRDF();
        text.flush();
      }
      file.finish();
    } catch (IOException e) {
      throw file.unwritable(e);
    } catch (RDFHandlerException e) {
      throw file.unwritable(e.getCause() instanceof IOException io ? io : new IOException(e));
    }
  }

  @Override
  public RuntimeException failure(RuntimeException e) {
    boolean isOfWriting = e instanceof UncheckedIOException || e instanceof RDFHandlerException;
    return isOfWriting && e.getCause() instanceof IOException io ? file.unwritable(io) : e;
  }

  @Override
  public void close() {
    file.close();
  }

  /** Refuses graph names where the syntax has no room for them. */
  private static final class NamedGraphs extends RDFHandlerWrapper {
    private final RDFFormat format;
    private final String name;

    NamedGraphs(RDFHandler handler, RDFFormat format, String name) {
      super(handler);
      this.format = format;
      this.name = name;
    }

    @Override
    public void handleStatement(Statement statement) throws RDFHandlerException {
      if (statement.getContext() != null && !format.supportsContexts()) {
        throw new InputException(
            new Diagnostic(
                Location.of(name),
                format.getName() + " cannot hold the named graphs that the mapping makes",
                "the statement's graph " + statement.getContext() + " would be lost",
                "write .nq, .trig or .jsonld"));
      }
      super.handleStatement(statement);
    }
  }
}
