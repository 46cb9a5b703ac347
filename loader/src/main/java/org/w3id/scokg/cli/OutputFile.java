package org.w3id.scokg.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.io.output.WriterOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.source.Compression;
import org.w3id.scokg.source.Packing;

/** A file that is written beside its place and moved there when it is whole, or standard output. */
final class OutputFile implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final String name;
  private final OutputStream bytes;
  private final @Nullable Path partial;

  private OutputFile(String name, OutputStream bytes, @Nullable Path partial) {
    this.name = name;
    this.bytes = bytes;
    this.partial = partial;
  }

  /** Standard output. */
  static OutputFile of(PrintWriter out) {
    OutputStream bytes =
        out instanceof StandardOutput standard
            ? new BufferedOutputStream(standard.bytes(), BUFFER)
            : new Standard(out);
    return new OutputFile("-", bytes, null);
  }

  /**
   * Begins a file.
   *
   * @throws InputException if it cannot be written
   */
  static OutputFile create(String name, Compression compression) {
    Path partial = Path.of(name + ".partial");
    // Where the process is interrupted, nothing else removes it.
    partial.toFile().deleteOnExit();
    try {
      String entry = String.valueOf(Path.of(Compression.unpackedName(name)).getFileName());
      OutputStream bytes = Packing.create(partial, compression, entry);
      return new OutputFile(name, new BufferedOutputStream(bytes, BUFFER), partial);
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  String name() {
    return name;
  }

  /** Takes its bytes. */
  OutputStream stream() {
    return bytes;
  }

  /** Ends the file and gives it its name. */
  void finish() throws IOException {
    bytes.flush();
    if (partial != null) {
      bytes.close();
      Files.move(partial, Path.of(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes the file unless it was finished. */
  @Override
  public void close() {
    if (partial != null) {
      try (bytes) {
        Files.deleteIfExists(partial);
      } catch (IOException e) {
        throw unwritable(name, e);
      }
    }
  }

  InputException unwritable(IOException e) {
    return unwritable(name, e);
  }

  private static InputException unwritable(String name, IOException e) {
    String reason =
        e instanceof NoSuchFileException
            ? "its folder is not there"
            : e instanceof AccessDeniedException
                ? "permission denied"
                : String.valueOf(e.getMessage());
    InputException exception =
        new InputException(
            new Diagnostic(
                Location.of(name),
                "the output cannot be written: " + reason,
                "--output names a file in a folder that may be written to",
                "choose another file, or make room for this one"));
    exception.initCause(e);
    return exception;
  }

  /** A writer as bytes. It keeps failures to itself, so that it must be asked. */
  private static final class Standard extends FilterOutputStream {
    private final PrintWriter writer;

    Standard(PrintWriter writer) {
      super(streamTo(writer));
      this.writer = writer;
    }

    private static OutputStream streamTo(PrintWriter writer) {
      try {
        return WriterOutputStream.builder()
            .setWriter(writer)
            .setCharset(StandardCharsets.UTF_8)
            .setBufferSize(BUFFER)
            .get();
      } catch (IOException e) {
        throw new IllegalStateException("Bug: a writer that cannot be written to", e);
      }
    }

    @Override
    public void write(byte[] piece, int from, int length) throws IOException {
      out.write(piece, from, length);
      if (writer.checkError()) {
        throw new NobodyReads();
      }
    }
  }
}
