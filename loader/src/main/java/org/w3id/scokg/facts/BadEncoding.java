package org.w3id.scokg.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;

/** Finds the lines of a file that are not in its encoding, once a reader has stumbled over one. */
final class BadEncoding {

  private BadEncoding() {}

  /** Every badly encoded line. A line is what stands between two line feeds, in bytes. */
  static List<Diagnostic> find(Path file, String name, Charset encoding) {
    Diagnostics found = new Diagnostics();
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int start = 0;
    for (int line = 1; start < bytes.length; line++) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      if (!decodes(bytes, start, end, encoding)) {
        found.accept(
            new Diagnostic(
                Location.of(name, line),
                "the line is not " + encoding.name().toUpperCase(Locale.ROOT),
                "tables are read as " + encoding.name() + ", and no character is guessed",
                "save the file in that encoding"));
      }
      start = end + 1;
    }
    return found.list();
  }

  private static boolean decodes(byte[] bytes, int start, int end, Charset encoding) {
    try {
      encoding.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
