package org.w3id.scokg.source;

import java.util.List;
import java.util.Locale;

/** How a source is packed (RML-IO, “Compression”). */
public enum Compression {
  NONE(""),
  GZIP("gzip"),
  ZIP("zip"),
  TAR_GZIP("tar.gz"),
  TAR_XZ("tar.xz");

  private static final List<String> ENDINGS =
      List.of(".tar.gz", ".tgz", ".tar.xz", ".txz", ".gz", ".zip");

  private final String kind;

  Compression(String kind) {
    this.kind = kind;
  }

  /** What a file's name says: {@code .gz}, {@code .zip}, {@code .tar.gz}, {@code .tgz}… */
  public static Compression ofName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
      return TAR_GZIP;
    } else if (name.endsWith(".tar.xz") || name.endsWith(".txz")) {
      return TAR_XZ;
    } else if (name.endsWith(".gz")) {
      return GZIP;
    }
    return name.endsWith(".zip") ? ZIP : NONE;
  }

  /** A file's name without the ending that says how it is packed. */
  public static String unpackedName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return ENDINGS.stream()
        .filter(name::endsWith)
        .findFirst()
        .map(ending -> fileName.substring(0, fileName.length() - ending.length()))
        .orElse(fileName);
  }

  /** What such a file is called. */
  String kind() {
    return kind;
  }
}
