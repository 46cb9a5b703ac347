package org.w3id.scokg.source;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/** Makes packed files. An archive holds one file, without a time, so that the same is the same. */
public final class Packing {

  private static final int BUFFER = 1 << 16;

  private Packing() {}

  /**
   * Creates a file, packed while it is written. It is whole once the stream is closed.
   *
   * @param file where it is to be
   * @param compression how it is packed
   * @param entry what the file in an archive is called
   * @throws IOException if it cannot be written
   */
  public static OutputStream create(Path file, Compression compression, String entry)
      throws IOException {
    return switch (compression) {
      case NONE -> Files.newOutputStream(file);
      case GZIP -> new GZIPOutputStream(Files.newOutputStream(file), BUFFER);
      case ZIP -> zip(file, entry);
      case TAR_GZIP, TAR_XZ -> new Tar(file, compression, entry);
    };
  }

  private static OutputStream zip(Path file, String entry) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
    ZipEntry only = new ZipEntry(entry);
    only.setTime(0);
    zip.putNextEntry(only);
    return zip;
  }

  /**
   * A tape archive says a file's length before the file, which is kept beside until it is known.
   */
  private static final class Tar extends FilterOutputStream {
    private final Path file;
    private final Path unpacked;
    private final Compression compression;
    private final String entry;
    private boolean closed;

    Tar(Path file, Compression compression, String entry) throws IOException {
      this(file, file.resolveSibling(file.getFileName() + ".unpacked"), compression, entry);
    }

    private Tar(Path file, Path unpacked, Compression compression, String entry)
        throws IOException {
      super(Files.newOutputStream(unpacked));
      unpacked.toFile().deleteOnExit();
      this.file = file;
      this.unpacked = unpacked;
      this.compression = compression;
      this.entry = entry;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      super.close();
      try (OutputStream packed = compressed();
          TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
        TarArchiveEntry only = new TarArchiveEntry(entry);
        only.setSize(Files.size(unpacked));
        only.setModTime(0);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.putArchiveEntry(only);
        Files.copy(unpacked, tar);
        tar.closeArchiveEntry();
      } finally {
        Files.deleteIfExists(unpacked);
      }
    }

    private OutputStream compressed() throws IOException {
      OutputStream raw = Files.newOutputStream(file);
      return compression == Compression.TAR_XZ
          ? new XZCompressorOutputStream(raw)
          : new GZIPOutputStream(raw, BUFFER);
    }
  }
}
