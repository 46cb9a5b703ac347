package org.w3id.scokg.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
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

/** A file that statements are written to. It appears whole under its name, or not at all. */
final class StatementFile implements AutoCloseable {

  private final String name;
  private final RDFWriter writer;
  private final Counter handler;
  private final Writer text;
  private final @Nullable Path partial;

  private StatementFile(String name, RDFFormat format, Writer text, @Nullable Path partial) {
    this.name = name;
    this.text = text;
    this.partial = partial;
    this.writer = Rio.createWriter(format, text);
    this.handler = new Counter(writer, format, name);
    writer.startRDF();
  }

  /**
   * Opens a file, or standard output for {@code -}.
   *
   * @throws InputException if its ending is of no syntax, or it cannot be written
   */
  static StatementFile open(String name, PrintWriter out) {
    if (name.equals("-")) {
      return new StatementFile(name, RDFFormat.NQUADS, new BufferedWriter(out), null);
    }
    RDFFormat format = format(name);
    Path partial = Path.of(name + ".partial");
    try {
      OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16);
      if (name.endsWith(".gz")) {
        bytes = new GZIPOutputStream(bytes, 1 << 16);
      }
      return new StatementFile(
          name,
          format,
          new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16),
          partial);
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  private static RDFFormat format(String name) {
    Optional<RDFFormat> format =
        Rio.getWriterFormatForFileName(
            name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name);
    return format.orElseThrow(
        () ->
            new InputException(
                new Diagnostic(
                    Location.of(name),
                    "the ending names no syntax",
                    "the syntax of the output is chosen by the file's ending",
                    "use one of .nq .nt .ttl .trig .jsonld .rdf, with .gz if it is to be packed")));
  }

  RDFHandler handler() {
    return handler;
  }

  /** Ends the file and gives it its name; answers how many statements it has. */
  long finish() {
    try {
      writer.endRDF();
      text.flush();
      if (partial != null) {
        text.close();
        Files.move(partial, Path.of(name), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw unwritable(name, e);
    } catch (RDFHandlerException e) {
      throw unwritable(name, e.getCause() instanceof IOException io ? io : new IOException(e));
    }
    return handler.count;
  }

  /** Removes the file unless it was finished. */
  @Override
  public void close() {
    if (partial != null) {
      try {
        text.close();
        Files.deleteIfExists(partial);
      } catch (IOException e) {
        throw unwritable(name, e);
      }
    }
  }

  private static InputException unwritable(String name, IOException e) {
    String reason =
        e instanceof NoSuchFileException
            ? "its folder is not there"
            : e instanceof AccessDeniedException
                ? "permission denied"
                : String.valueOf(e.getMessage());
    return new InputException(
        new Diagnostic(
            Location.of(name),
            "the output cannot be written: " + reason,
            "--output names a file in a folder that may be written to",
            "choose another file, or make room for this one"));
  }

  /** Counts statements, and refuses graph names where the syntax has no room for them. */
  private static final class Counter extends RDFHandlerWrapper {
    private final RDFFormat format;
    private final String name;
    private long count;

    Counter(RDFHandler handler, RDFFormat format, String name) {
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
      count++;
      super.handleStatement(statement);
    }
  }
}
