package org.w3id.scokg.publish;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.publish.History.Change;

/**
 * The folder of finished builds. Each build is a directory that never changes, named by its id;
 * {@code current} is a symbolic link to the one that is served, and {@code history} tells what was
 * built and published in which order. A build appears whole or not at all.
 */
public final class Builds {

  static final String STAGING_PREFIX = ".staging-";

  private static final String CURRENT = "current";
  private static final String HISTORY = "history";

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

  /** The link to the build that is served. */
  public Path link() {
    return directory.resolve(CURRENT);
  }

  /** Whether a name can be that of a build, and of nothing else in the folder or outside. */
  static boolean isId(String name) {
    return name.matches("[A-Za-z0-9][\\w.-]*") && !name.equals(CURRENT) && !name.equals(HISTORY);
  }

  /** The finished build with an id, if there is one. */
  public Optional<Path> find(String id) {
    return Optional.of(id)
        .filter(Builds::isId)
        .map(directory::resolve)
        .filter(build -> Files.isDirectory(build, LinkOption.NOFOLLOW_LINKS));
  }

  /** The ids of all finished builds, in the order of their names. */
  public List<String> all() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> find(name).isPresent())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The build that {@code current} points at, by its own path. */
  public Optional<Path> current() {
    try {
      return Optional.of(link().toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The name that {@code current} gives, whether or not there is such a build. */
  public Optional<String> currentId() {
    try {
      return Optional.of(String.valueOf(Files.readSymbolicLink(link()).getFileName()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The build that was finished last. */
  public Optional<String> latest() {
    List<String> builds = history().byBuilding(all());
    return builds.isEmpty() ? Optional.empty() : Optional.of(builds.get(builds.size() - 1));
  }

  /** The builds that were published before the current one and still exist, the last one first. */
  public List<String> earlier() {
    Optional<String> current = currentId();
    List<String> earlier =
        new ArrayList<>(
            history().publications(current).stream()
                .filter(build -> find(build).isPresent())
                .filter(build -> !Optional.of(build).equals(current))
                .toList());
    Collections.reverse(earlier);
    return earlier;
  }

  /**
   * The builds that were ever published, gone back from or not, and still exist, last one first.
   */
  public List<String> published() {
    List<String> published =
        new ArrayList<>(
            history().settled(currentId()).published().stream()
                .filter(build -> find(build).isPresent())
                .toList());
    Collections.reverse(published);
    return published;
  }

  /** Whether a build was gone back from, and has not been published again. */
  public boolean isWithdrawn(String id) {
    return history().settled(currentId()).isWithdrawn(id);
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
   * @throws InputException if there is no such build any more, or it cannot be recorded
   */
  public void publish(String id) {
    change(Change.PUBLISHED, id, id);
  }

  /**
   * Lets {@code current} point at a build that was published before, and notes that the present one
   * was gone back from.
   *
   * @throws InputException if there is no such build any more, or it cannot be recorded
   */
  public void goBackTo(String id) {
    change(Change.WITHDRAWN, currentId().orElse(id), id);
  }

  private void change(Change change, String of, String current) {
    if (find(current).isEmpty()) {
      // Without a folder there is nothing to take turns in.
      throw missing(current);
    }
    Turn.during(
        directory,
        () -> {
          if (find(current).isEmpty()) {
            throw missing(current);
          }
          record(change, of);
          link(current);
          return current;
        });
  }

  /** Notes what is about to happen. Whoever calls this has the {@link Turn}. */
  void record(Change change, String id) {
    try {
      history().settled(currentId()).with(change, id).write(directory.resolve(HISTORY));
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  private void link(String id) {
    Path link = directory.resolve(".current-next");
    try {
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, Path.of(id));
      Files.move(link, link(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  /**
   * Removes old builds: never the current one, the one that would be gone back to, or one that
   * anybody has open. What cannot be removed stays.
   *
   * @param kept how many of the builds to keep that were built or published last, at least
   * @param served whether this process has a build open; of others, their locks tell
   * @return the ids of those that are gone
   */
  public List<String> prune(int kept, Predicate<Path> served) {
    return Turn.during(
        directory,
        () ->
            old(kept).stream()
                .filter(id -> !served.test(directory.resolve(id)))
                .filter(new Pruning(directory)::remove)
                .toList());
  }

  private List<String> old(int kept) {
    List<String> byAge = history().byAge(all());
    List<String> needed = Stream.concat(currentId().stream(), earlier().stream().limit(1)).toList();
    return byAge.subList(0, Math.max(0, byAge.size() - kept)).stream()
        .filter(id -> !needed.contains(id))
        .toList();
  }

  private History history() {
    try {
      return History.read(directory.resolve(HISTORY));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The problem of a build that is asked for and is not there. */
  public InputException missing(String id) {
    List<String> all = history().byBuilding(all());
    return new InputException(
        new Diagnostic(
            Location.of(String.valueOf(directory.getFileName())),
            "there is no build '" + id + "'",
            all.isEmpty()
                ? "none has been made"
                : "the finished builds, oldest first: " + String.join(", ", all),
            all.isEmpty() ? "run 'scokg build'" : "name one of these"));
  }

  private InputException unreadable(IOException e) {
    return new InputException(
        new Diagnostic(
            Location.of(String.valueOf(directory.getFileName())),
            "the builds cannot be read: " + reason(e),
            "builds are kept in " + directory,
            "let it be read"));
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

  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
