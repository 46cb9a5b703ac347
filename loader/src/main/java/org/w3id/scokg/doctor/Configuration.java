package org.w3id.scokg.doctor;

import java.nio.file.Path;
import java.util.List;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.server.SparqlServer;

/**
 * Whether the server understands its configuration.
 *
 * @param file the configuration
 * @param project the folder that locations in it are relative to
 */
record Configuration(Path file, Path project) implements Check {

  private static final String NAME = "configuration";

  @Override
  public List<Finding> findings() {
    try {
      List<Path> databases = SparqlServer.databases(file, project);
      return List.of(Finding.ok(NAME, "%d service(s) described".formatted(databases.size())));
    } catch (InputException e) {
      return e.diagnostics().stream().map(problem -> Finding.of(NAME, problem)).toList();
    }
  }
}
