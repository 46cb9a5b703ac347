package org.w3id.scokg.blackbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the whole project, with the program that is being tested and a build of the graph,
 * where examples may change whatever they like.
 *
 * <p>Every copy is made in the same place, so that all share the launcher's archive of classes.
 */
final class ProjectCopy {

  private static final Path ORIGINAL = Path.of("..");
  private static final Set<String> LEFT_OUT = Set.of(".git", "builds", "target", "bench");

  private final Path directory;
  private final Path program;
  private final Path builds;

  /**
   * Prepares copies, which takes one build.
   *
   * @param folder an empty folder
   */
  ProjectCopy(Path folder) throws IOException, InterruptedException {
    this.directory = folder.resolve("sco-kg");
    this.program = folder.resolve("target");
    this.builds = folder.resolve("builds");
    Files.createDirectories(program);
    // Copied now, the jar is newer than its sources, whose times are kept: the launcher takes it.
    Files.copy(Path.of("target/scokg.jar"), program.resolve("scokg.jar"));
    copyTree(ORIGINAL, directory);
    Files.createSymbolicLink(directory.resolve("loader/target"), program);
    Shell.in(directory).run("./scokg build --quiet");
    Files.move(directory.resolve("builds"), builds);
  }

  /** Makes the copy afresh. */
  Path renew() throws IOException {
    ExampleProject.delete(directory);
    copyTree(ORIGINAL, directory);
    copyTree(builds, directory.resolve("builds"));
    Files.createSymbolicLink(directory.resolve("loader/target"), program);
    return directory;
  }

  /** Copies files and folders with their times, and links as links. */
  private static void copyTree(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            if (!dir.equals(from) && LEFT_OUT.contains(String.valueOf(dir.getFileName()))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(dir).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException problem)
              throws IOException {
            Path copy = to.resolve(from.relativize(dir).toString());
            Files.setLastModifiedTime(copy, Files.getLastModifiedTime(dir));
            return super.postVisitDirectory(dir, problem);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                to.resolve(from.relativize(file).toString()),
                StandardCopyOption.COPY_ATTRIBUTES,
                LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
