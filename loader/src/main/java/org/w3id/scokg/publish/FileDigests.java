package org.w3id.scokg.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.dboe.sys.Names;

/**
 * The digests of a build's database and indexes, and of what describes the build, as they are when
 * it is finished. Later a file of the database may get longer, since TDB2 maps whole segments of
 * it; what was there at first stays, and only that is compared.
 */
final class FileDigests {

  /** The file of a build that lists them: digest, length and path, parted by a space each. */
  static final String FILE = "files.sha256";

  private static final int BUFFER = 1 << 16;

  private FileDigests() {}

  /** The lines for a finished database. */
  static String ofDatabase(Path build) throws IOException {
    return of(build, "database");
  }

  /** The lines for all files in a folder of a build that is finished. */
  static String of(Path build, String folder) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Path file : files(build.resolve(folder))) {
      lines.append(line(build, file));
    }
    return lines.toString();
  }

  /** The line for a file. */
  static String line(Path build, Path file) throws IOException {
    long length = Files.size(file);
    return digest(file, length) + " " + length + " " + build.relativize(file) + "\n";
  }

  /** The files that are not what they were; the list itself if it is none. */
  static List<String> changed(Path build) throws IOException {
    List<String> lines = Files.readAllLines(build.resolve(FILE));
    List<String> changed = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(" ", 3);
      if (parts.length < 3 || !parts[1].matches("\\d{1,18}")) {
        return List.of(FILE);
      }
      Path file = build.resolve(parts[2]);
      long length = Long.parseLong(parts[1]);
      if (!Files.isRegularFile(file)
          || Files.size(file) < length
          || !digest(file, length).equals(parts[0])) {
        changed.add(parts[2]);
      }
    }
    return lines.isEmpty() ? List.of(FILE) : changed;
  }

  /** Whoever opens the database writes its lock file. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return new ArrayList<>(
          walk.filter(Files::isRegularFile)
              .filter(file -> !file.endsWith(Names.TDB_LOCK_FILE))
              .sorted()
              .toList());
    }
  }

  /** The SHA-256 of a file, or of the part of it that comes first. */
  static String digest(Path file, long length) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      long left = length;
      int read = 0;
      while (left > 0 && read >= 0) {
        read = in.read(buffer, 0, (int) Math.min(BUFFER, left));
        digest.update(buffer, 0, Math.max(0, read));
        left -= read;
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
