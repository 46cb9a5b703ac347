package org.w3id.scokg.publish;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * The folder of finished builds. Each build is a directory that never changes, named by its id;
 * {@code current} is a symbolic link to the one that is served. A build appears whole or not at
 * all.
 */
public final class Builds {

  static final String STAGING_PREFIX = ".staging-";

  private static final String CURRENT = "current";

  private final Path directory;

  private Builds(Path directory) {
    this.directory = directory;
  }

  /** The builds in a directory, which is made when the first build is staged. */
  public static Builds in(Path directory) {
    return new Builds(directory.toAbsolutePath().normalize());
  }

  /** The folder that holds the builds. */
  public Path directory() {
    return directory;
  }

  /** The finished build with an id, if there is one. */
  public Optional<Path> find(String id) {
    Path build = directory.resolve(id);
    return Files.isDirectory(build) ? Optional.of(build) : Optional.empty();
  }

  /** The build that {@code current} points at, by its own path. */
  public Optional<Path> current() {
    try {
      return Optional.of(directory.resolve(CURRENT).toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Opens a directory to make a build in.
   *
   * @throws InputException if another build is under way or the directory cannot be written
   */
  public Staging stage() {
    return Staging.open(this);
  }

  /**
   * Lets {@code current} point at a finished build, in one step.
   *
   * @throws InputException if the link cannot be made
   */
  public void switchTo(String id) {
    Path link = directory.resolve(STAGING_PREFIX + "link");
    try {
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, Path.of(id));
      Files.move(
          link,
          directory.resolve(CURRENT),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  static InputException unwritable(Path directory, IOException e) {
    String name = String.valueOf(directory.getFileName());
    return new InputException(
        new Diagnostic(
            Location.of(name),
            "the build cannot be written: " + reason(e),
            "builds are made in " + directory,
            "make room, or let it be written to; the last good build is untouched"));
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
