package org.w3id.scokg.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The one file in a zip archive; the archive is closed with it. */
final class ZippedFile extends FilterInputStream {

  private final ZipFile archive;
  private final CheckedInputStream checked;
  private final long checksum;

  private ZippedFile(ZipFile archive, CheckedInputStream checked, long checksum) {
    super(checked);
    this.archive = archive;
    this.checked = checked;
    this.checksum = checksum;
  }

  /** Opens the file, if it is the only one. */
  static InputStream open(SourceFile file) throws IOException {
    // Old archives do not tell how names are encoded; in this one no name is malformed.
    ZipFile archive = new ZipFile(file.path().toFile(), StandardCharsets.ISO_8859_1);
    try {
      ZipEntry entry = only(archive, file.name());
      var bytes = new CheckedInputStream(archive.getInputStream(entry), new CRC32());
      return new ZippedFile(archive, bytes, entry.getCrc());
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  private static ZipEntry only(ZipFile archive, String name) {
    List<ZipEntry> files =
        archive.stream()
            .filter(entry -> OneFile.counts(entry.getName()))
            .<ZipEntry>map(entry -> entry)
            .toList();
    if (files.isEmpty()) {
      throw OneFile.none(name);
    } else if (files.size() > 1) {
      throw OneFile.several(name, files.size(), files.stream().map(ZipEntry::getName).toList());
    }
    return files.get(0);
  }

  @Override
  public int read() throws IOException {
    return ended(checked.read());
  }

  @Override
  public int read(byte[] buffer, int start, int length) throws IOException {
    return ended(checked.read(buffer, start, length));
  }

  /** {@link ZipFile} leaves the checksum to its callers. */
  private int ended(int result) throws IOException {
    if (result < 0 && checked.getChecksum().getValue() != checksum) {
      throw new ZipException("the checksum differs");
    }
    return result;
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
