package org.w3id.scokg.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether builds can be made where they are to be.
 *
 * @param builds their folder, which the first build makes
 */
record BuildFolder(Path builds) implements Check {

  private static final long MEBI = 1 << 20;
  private static final long LEAST_FREE = 64;
  private static final long GOOD_FREE = 1024;

  /** What file systems are called whose locks and mapped files end at the machine. */
  private static final Set<String> REMOTE =
      Set.of("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "ceph", "glusterfs", "9p");

  @Override
  public List<Finding> findings() {
    Path folder = existing();
    List<Finding> findings = new ArrayList<>();
    try {
      FileStore store = Files.getFileStore(folder);
      findings.add(space(store.getUsableSpace() / MEBI));
      findings.add(kind(store.type()));
    } catch (IOException e) {
      findings.add(unseen(e));
    }
    findings.add(writable(folder));
    return findings;
  }

  /** The folder, or what it would be made in. */
  private Path existing() {
    Path folder = builds.toAbsolutePath();
    while (!Files.exists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder;
  }

  static Finding space(long mebi) {
    if (mebi < LEAST_FREE) {
      return Finding.error(
          "disk",
          "%d MB are free where builds are made".formatted(mebi),
          "make room: a build takes about as much as the one before");
    }
    return mebi < GOOD_FREE
        ? Finding.warning(
            "disk",
            "only %d MB are free where builds are made".formatted(mebi),
            "make room before it is needed; builds that are not served may be deleted")
        : Finding.ok("disk", "%d MB are free where builds are made".formatted(mebi));
  }

  static Finding kind(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    return REMOTE.contains(name) || name.startsWith("fuse.")
        ? Finding.warning(
            "filesystem",
            "builds lie on %s, which other machines may write".formatted(type),
            "keep them on a disk of this machine, and copy finished builds between machines")
        : Finding.ok("filesystem", "builds lie on " + type);
  }

  /** Tries it: what modes and owners say is not all that decides. */
  private Finding writable(Path folder) {
    try {
      Path link = folder.resolve(".doctor-" + ProcessHandle.current().pid());
      Files.createSymbolicLink(link, Path.of("nowhere"));
      Files.delete(link);
      return Finding.ok("builds", "builds can be made in " + builds);
    } catch (IOException | UnsupportedOperationException e) {
      return Finding.error(
          "builds",
          "nothing can be written where builds are made: " + e.getClass().getSimpleName(),
          "let whoever runs this write to " + folder);
    }
  }

  private Finding unseen(IOException e) {
    return Finding.error(
        "disk",
        "the disk cannot be examined: " + e.getClass().getSimpleName(),
        "let whoever runs this read " + builds);
  }
}
