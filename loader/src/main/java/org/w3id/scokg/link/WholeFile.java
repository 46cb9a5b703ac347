package org.w3id.scokg.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;

/**
 * Writes files that are replaced in one step, so that whoever reads one finds it as it was or as it
 * is to be, also where the process is interrupted.
 */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Replaces a file, or makes it.
   *
   * @param file the file; its folder must be there
   * @param name the path as messages should show it
   * @param text what it holds afterwards, in UTF-8
   * @throws InputException if it cannot be written
   */
  public static void write(Path file, String name, String text) {
    write(file, name, text, written -> {});
  }

  /**
   * Replaces a file if what is to take its place passes a check.
   *
   * @param check is given the new file beside the old one, and throws what forbids it
   */
  static void write(Path file, String name, String text, Consumer<Path> check) {
    // Hidden, so that it is nobody's input.
    Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
    try {
      try {
        Files.write(partial, text.getBytes(StandardCharsets.UTF_8));
        check.accept(partial);
        Files.move(
            partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  /** The problem of a file that cannot be written. */
  public static InputException unwritable(String name, IOException e) {
    return new InputException(
        new Diagnostic(
            Location.of(name),
            "the file cannot be written: " + reason(e),
            "it is written beside its place and moved there, so that it is whole at all times",
            "let its folder be written to, or make room; the file is as it was"));
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "its folder is not there"
        : e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
  }
}
