package org.w3id.scokg.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.publish.BuildCheck;
import org.w3id.scokg.publish.Builds;
import org.w3id.scokg.server.ReadOnlyDatabase;

/**
 * Whether the build that would be served is sound: its report, its dumps, its database.
 *
 * @param builds the folder of builds
 */
record CurrentBuild(Path builds) implements Check {

  private static final String NAME = "build";

  @Override
  public List<Finding> findings() {
    Optional<Path> current = Builds.in(builds).current();
    if (current.isEmpty()) {
      return List.of(
          Finding.warning(
              NAME, "there is no current build", "run 'scokg build'; 'serve' does, too"));
    }
    Path build = current.get();
    List<Finding> findings = new ArrayList<>();
    new BuildCheck(build, name(build))
        .problems()
        .forEach(problem -> findings.add(Finding.of(NAME, problem)));
    open(build, findings);
    if (findings.isEmpty()) {
      findings.add(
          Finding.ok(
              NAME, "build %s is whole, and its database answers".formatted(build.getFileName())));
    }
    return findings;
  }

  private void open(Path build, List<Finding> findings) {
    Path database = build.resolve("database");
    try (ReadOnlyDatabase open = ReadOnlyDatabase.open(database, name(database))) {
      if (!open.answers()) {
        findings.add(
            Finding.error(
                NAME,
                "the database does not answer the simplest query",
                "delete the build, and make it again with 'scokg build'"));
      }
    } catch (InputException e) {
      e.diagnostics().forEach(problem -> findings.add(Finding.of(NAME, problem)));
    }
  }

  private String name(Path path) {
    return String.valueOf(
        builds.toAbsolutePath().normalize().resolve("..").normalize().relativize(path));
  }
}
