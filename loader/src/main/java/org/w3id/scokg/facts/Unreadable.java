package org.w3id.scokg.facts;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Location;

/** Tells why the operating system does not give a file. */
public final class Unreadable {

  private Unreadable() {}

  /**
   * What a user is told.
   *
   * @param name the file as messages show it
   */
  public static Diagnostic tell(String name, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new Diagnostic(
          Location.of(name),
          "there is no such file",
          "the command, a mapping or the project's layout names this file",
          "create it, or correct the path that names it");
    }
    return new Diagnostic(
        Location.of(name),
        "the file cannot be read: " + reason(e),
        "the operating system refuses it",
        "check that it is a file and that you may read it");
  }

  /** The message of such an exception has the path in it too, or nothing else. */
  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "Permission denied";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : null;
    return reason == null ? String.valueOf(e.getMessage()) : reason;
  }
}
