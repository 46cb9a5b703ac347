package org.w3id.scokg.source;

import java.util.List;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/** The rule that an archive holds one file, so that it is clear which is read. */
final class OneFile {

  /** How many names a message lists. */
  static final int LISTED = 10;

  private static final String WHY = "a source is one file, and so is what is packed";

  private OneFile() {}

  /** Whether an entry is a file of its own: no folder, and no remark of macOS about another. */
  static boolean counts(String entry) {
    String name = entry.substring(entry.lastIndexOf('/') + 1);
    return !entry.startsWith("__MACOSX/") && !name.isEmpty() && !name.startsWith("._");
  }

  /** Refuses an archive without a file. */
  static InputException none(String archive) {
    return new InputException(
        new Diagnostic(
            Location.of(archive), "the archive holds no file", WHY, "pack the file that is meant"));
  }

  /** Refuses an archive with several files, of which the first ones are given. */
  static InputException several(String archive, int count, List<String> names) {
    return new InputException(
        new Diagnostic(
            Location.of(archive),
            "the archive holds "
                + count
                + " files: "
                + String.join(", ", names.subList(0, Math.min(LISTED, names.size())))
                + (count > LISTED ? ", …" : ""),
            WHY,
            "pack the file alone, or unpack the archive and name the file in the mapping"));
  }
}
