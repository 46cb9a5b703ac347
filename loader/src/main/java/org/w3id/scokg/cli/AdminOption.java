package org.w3id.scokg.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.w3id.scokg.Project;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.server.AdminToken;
import picocli.CommandLine.Option;

/** The secret that lets somebody change over HTTP what is served. None stands on a command line. */
final class AdminOption {

  private static final String VARIABLE = "SCOKG_ADMIN_TOKEN";

  @Option(
      names = "--admin-token-file",
      paramLabel = "FILE",
      description =
          "Holds the token that POST /admin/publish and /admin/rollback ask for (default: the"
              + " environment's SCOKG_ADMIN_TOKEN; without one there are no such paths).")
  Optional<Path> file = Optional.empty();

  /** The token, if there is to be one. */
  Optional<AdminToken> token(Project project, Map<String, String> environment) {
    if (file.isPresent()) {
      String name = project.name(file.get());
      return Optional.of(AdminToken.of(content(file.get(), name), name));
    }
    return Optional.ofNullable(environment.get(VARIABLE))
        .filter(token -> !token.isBlank())
        .map(token -> AdminToken.of(token, VARIABLE));
  }

  private static String content(Path file, String name) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InputException(
          new Diagnostic(
              Location.of(name),
              "the admin token cannot be read: "
                  + (e instanceof NoSuchFileException ? "there is no such file" : e.getMessage()),
              "--admin-token-file names a file with the token and nothing else",
              "correct the path or the mode of the file"));
    }
  }
}
