package org.w3id.scokg.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.facts.TextFile;

/**
 * A file that records are read from.
 *
 * @param path where it is
 * @param name the path as messages show it
 * @param compression how it is packed; an archive holds one file
 * @param encoding the encoding of its characters, once it is unpacked
 */
public record SourceFile(Path path, String name, Compression compression, Charset encoding)
    implements TextFile {

  /** From so many bytes on, a thread of its own for reading is worth its start. */
  private static final long LARGE = 1 << 19;

  /** Whether it is so large that reading and mapping it at the same time saves any. */
  public boolean isLarge() {
    return path.toFile().length() >= LARGE;
  }

  /**
   * Opens its bytes, unpacked while they are read. Reading ends with an {@link InputException} if
   * more than one file is in an archive.
   *
   * @throws InputException if it is not there, cannot be read or is not packed so
   */
  @Override
  public InputStream open() {
    try {
      return Unpacking.open(this);
    } catch (IOException e) {
      throw failure(e, 0);
    }
  }

  @Override
  public InputException failure(IOException e, long line) {
    if (compression == Compression.NONE
        || e instanceof FileSystemException
        || e instanceof CharacterCodingException) {
      return TextFile.super.failure(e, line);
    }
    Location place = line == 0 ? Location.of(name) : Location.of(name, line);
    return new InputException(
        endsEarly(e)
            ? new Diagnostic(
                place,
                "the packed file ends in the middle",
                "it was cut off when it was written, copied or fetched",
                "pack it or fetch it again")
            : new Diagnostic(
                place,
                "the file cannot be unpacked: " + e.getMessage(),
                "it is packed as " + compression.kind() + ", and damaged here",
                "pack it or fetch it again"));
  }

  /** Not each way of packing has an exception of its own for this. */
  private static boolean endsEarly(IOException e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof EOFException
        || message.startsWith("Truncated TAR")
        || message.equals("zip END header not found");
  }
}
