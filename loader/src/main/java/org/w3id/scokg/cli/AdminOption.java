package org.w3id.scokg.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.w3id.scokg.server.Secret;
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
  Optional<Secret> token(Map<String, String> environment) {
    return Secret.find(file, environment, VARIABLE);
  }
}
