package org.w3id.scokg.cli;

import java.nio.file.Path;
import org.w3id.scokg.Project;
import picocli.CommandLine.Option;

/** Which project a command works on. */
final class ProjectOption {

  @Option(
      names = "--project",
      paramLabel = "DIR",
      description = "The project's folder (default: this folder).")
  Path directory = Path.of("");

  Project open() {
    return Project.open(directory, Path.of(""));
  }
}
