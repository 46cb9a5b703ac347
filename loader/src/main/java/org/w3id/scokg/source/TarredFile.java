package org.w3id.scokg.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The one file in a tar archive. That there is no other is only known at its end. */
final class TarredFile extends FilterInputStream {

  private final TarArchiveInputStream archive;
  private final String name;
  private final String entry;

  private TarredFile(TarArchiveInputStream archive, String name, String entry) {
    super(archive);
    this.archive = archive;
    this.name = name;
    this.entry = entry;
  }

  /** Opens the first file. */
  static InputStream open(InputStream unpacked, String name) throws IOException {
    var archive = new TarArchiveInputStream(unpacked);
    String entry = next(archive).orElseThrow(() -> OneFile.none(name));
    return new BufferedInputStream(new TarredFile(archive, name, entry), 1 << 16);
  }

  private static Optional<String> next(TarArchiveInputStream archive) throws IOException {
    TarArchiveEntry entry = archive.getNextEntry();
    while (entry != null && !isFile(entry)) {
      entry = archive.getNextEntry();
    }
    return Optional.ofNullable(entry).map(TarArchiveEntry::getName);
  }

  private static boolean isFile(TarArchiveEntry entry) throws IOException {
    if (!entry.isCheckSumOK()) {
      throw new IOException("the checksum differs");
    }
    byte kind = entry.getLinkFlag();
    boolean regular = kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM;
    return regular && OneFile.counts(entry.getName());
  }

  @Override
  public int read() throws IOException {
    return ended(archive.read());
  }

  @Override
  public int read(byte[] buffer, int start, int length) throws IOException {
    return ended(archive.read(buffer, start, length));
  }

  private int ended(int result) throws IOException {
    if (result < 0) {
      refuseOthers();
    }
    return result;
  }

  private void refuseOthers() throws IOException {
    List<String> names = new ArrayList<>(List.of(entry));
    int count = 1;
    for (Optional<String> next = next(archive); next.isPresent(); next = next(archive)) {
      count++;
      if (names.size() < OneFile.LISTED) {
        names.add(next.get());
      }
    }
    if (count > 1) {
      throw OneFile.several(name, count, names);
    }
  }
}
