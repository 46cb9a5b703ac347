package org.w3id.scokg.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/** Opens packed files, which are unpacked while they are read and never held. */
final class Unpacking {

  private static final int BUFFER = 1 << 16;

  /** What {@code xz -9} needs is a quarter of this; a file may ask for more than there is. */
  private static final int XZ_MEMORY_KIB = 1 << 18;

  private static final byte[] GZIP_START = {0x1f, (byte) 0x8b};
  private static final byte[] ZIP_START = {'P', 'K'};
  private static final byte[] XZ_START = {(byte) 0xfd, '7', 'z', 'X', 'Z'};

  private Unpacking() {}

  /** The bytes of a source. */
  static InputStream open(SourceFile file) throws IOException {
    if (Files.isDirectory(file.path())) {
      throw new FileSystemException(null, null, "Is a directory");
    }
    InputStream raw = new BufferedInputStream(Files.newInputStream(file.path()), BUFFER);
    try {
      return unpack(raw, file);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  private static InputStream unpack(InputStream raw, SourceFile file) throws IOException {
    if (!startsWith(raw, start(file.compression()))) {
      throw notPackedSo(file);
    }
    return switch (file.compression()) {
      case NONE -> raw;
      case GZIP -> new GZIPInputStream(raw, BUFFER);
      case ZIP -> {
        raw.close();
        yield ZippedFile.open(file);
      }
      case TAR_GZIP -> TarredFile.open(new GZIPInputStream(raw, BUFFER), file.name());
      case TAR_XZ -> TarredFile.open(new XZInputStream(raw, XZ_MEMORY_KIB), file.name());
    };
  }

  private static byte[] start(Compression compression) {
    return switch (compression) {
      case NONE -> new byte[0];
      case GZIP, TAR_GZIP -> GZIP_START;
      case ZIP -> ZIP_START;
      case TAR_XZ -> XZ_START;
    };
  }

  private static boolean startsWith(InputStream in, byte[] start) throws IOException {
    in.mark(start.length);
    byte[] found = in.readNBytes(start.length);
    in.reset();
    return Arrays.equals(found, start);
  }

  /** Refuses a file that is packed in another way, or not at all. */
  private static InputException notPackedSo(SourceFile file) {
    return new InputException(
        new Diagnostic(
            Location.of(file.name()),
            "the file is no " + file.compression().kind() + " file",
            "the mapping or the ending of the name says that it is packed so",
            "correct rml:compression, or pack the file so"));
  }
}
