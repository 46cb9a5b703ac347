package org.w3id.scokg.cli;

import java.nio.file.Path;
import org.w3id.scokg.Project;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.publish.Builds;
import org.w3id.scokg.server.ReadOnlyDatabase;

/** Opens what was built last. */
final class CurrentBuild {

  private CurrentBuild() {}

  /**
   * The database of the current build.
   *
   * @param why what it is needed for
   * @throws InputException if there is none
   */
  static ReadOnlyDatabase open(Project project, String why) {
    Path build =
        Builds.in(project.builds())
            .current()
            .orElseThrow(
                () ->
                    new InputException(
                        new Diagnostic(
                            Location.of(project.name(project.builds())),
                            "nothing has been built yet",
                            why,
                            "run 'scokg build'")));
    Path database = build.resolve("database");
    return ReadOnlyDatabase.open(database, project.name(database));
  }
}
