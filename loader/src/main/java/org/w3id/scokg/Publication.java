package org.w3id.scokg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.publish.BuildCheck;
import org.w3id.scokg.publish.Builds;
import org.w3id.scokg.server.Candidate;
import org.w3id.scokg.server.PublishingSettings;

/**
 * Decides which finished build is the current one. A build becomes it after its files were found as
 * they were written, its database opened, and its own smoke queries answered; where anything of
 * that fails, the current build stays. Safe for use by many threads, one at a time.
 */
public final class Publication {

  private final Project project;
  private final Builds builds;
  private final Function<Path, Candidate> opener;
  private final Predicate<Path> served;

  private Publication(Project project, Function<Path, Candidate> opener, Predicate<Path> served) {
    this.project = project;
    this.builds = Builds.in(project.builds());
    this.opener = opener;
    this.served = served;
  }

  /** Publishes the builds of a project, for servers of other processes to follow. */
  public static Publication of(Project project) {
    return new Publication(
        project,
        build -> {
          Path database = build.resolve("database");
          return Candidate.toLookAt(database, project.name(database));
        },
        build -> false);
  }

  /**
   * Publishes the builds of a project to a server of this process.
   *
   * @param opener opens a build of a directory in the server
   * @param served whether the server has the build of a directory open
   */
  public static Publication to(
      Project project, Function<Path, Candidate> opener, Predicate<Path> served) {
    return new Publication(project, opener, served);
  }

  /**
   * What was done.
   *
   * @param id the id of the build that is current now
   * @param before the id of the one that was, if it was another
   * @param queries how many smoke queries the build has answered
   * @param pruned the ids of old builds that were removed
   */
  public record Outcome(String id, Optional<String> before, int queries, List<String> pruned) {}

  /**
   * Publishes a finished build.
   *
   * @param id the build's id; if empty, the one that was finished last
   * @throws InputException if there is none or it is not good; the current build then stays
   */
  public synchronized Outcome publish(Optional<String> id) {
    String wanted = id.or(builds::latest).orElseThrow(this::nothing);
    Path build = builds.find(wanted).orElseThrow(() -> builds.missing(wanted));
    check(build);
    return switchTo(build, () -> builds.publish(wanted));
  }

  /** Publishes a build that this process has made just now, which need not be read again. */
  synchronized Outcome publishMade(Path build) {
    return switchTo(build, () -> builds.publish(id(build)));
  }

  /**
   * Goes back to the build that was published before the current one.
   *
   * @throws InputException if there is none or it is not good; the current build then stays
   */
  public synchronized Outcome rollback() {
    String earlier = builds.earlier().stream().findFirst().orElseThrow(this::nothingEarlier);
    Path build = builds.find(earlier).orElseThrow(() -> builds.missing(earlier));
    check(build);
    return switchTo(build, () -> builds.goBackTo(earlier));
  }

  /**
   * Serves the build that somebody else has made the current one.
   *
   * @throws InputException if it is not good; the one before is then served on
   */
  public synchronized Outcome follow(Path build) {
    check(build);
    return switchTo(build, () -> {});
  }

  private Outcome switchTo(Path build, Runnable change) {
    int kept = PublishingSettings.read(project.serverConfiguration(), name()).keptBuilds();
    Optional<String> before = builds.currentId().filter(current -> !current.equals(id(build)));
    int queries;
    try (Candidate candidate = opener.apply(build)) {
      queries = new SmokeTest(candidate.dataset(), id(build)).run();
      change.run();
      candidate.serve();
    }
    return new Outcome(id(build), before, queries, builds.prune(kept, served));
  }

  /**
   * The build to serve at first: the current one, or where that is not good the last good one of
   * those that were published before it.
   *
   * @param warning is told of each that is not good
   * @throws InputException if none is good, with what is wrong with the current one
   */
  public Path good(Consumer<Diagnostic> warning) {
    List<InputException> failures = new ArrayList<>();
    List<String> names =
        Stream.concat(builds.currentId().stream(), builds.earlier().stream()).distinct().toList();
    for (String name : names) {
      try {
        Path build = builds.find(name).orElseThrow(() -> builds.missing(name));
        check(build);
        opener.apply(build).close();
        if (!failures.isEmpty()) {
          failures.forEach(failure -> failure.diagnostics().forEach(warning));
          warning.accept(instead(name));
        }
        return build;
      } catch (InputException e) {
        failures.add(e);
      }
    }
    throw failures.stream().findFirst().orElseGet(this::nothing);
  }

  private void check(Path build) {
    new BuildCheck(build, project.name(build)).run();
  }

  private String name() {
    return project.name(project.serverConfiguration());
  }

  private static String id(Path build) {
    return String.valueOf(build.getFileName());
  }

  private Diagnostic instead(String name) {
    return new Diagnostic(
        Location.of(project.name(builds.link())),
        "build " + name + " is served instead of the current one",
        "it is the last good one of those that were published before",
        "run 'scokg build --anew', or make it the current one with 'scokg publish %s'"
            .formatted(name));
  }

  private InputException nothing() {
    return new InputException(
        new Diagnostic(
            Location.of(project.name(builds.directory())),
            "nothing has been built yet",
            "what is published and served is a finished build",
            "run 'scokg build'"));
  }

  private InputException nothingEarlier() {
    return new InputException(
        new Diagnostic(
            Location.of(project.name(builds.directory())),
            "there is no build to go back to",
            "no other build was published before the current one, or none of them is left",
            "name a finished build: 'scokg publish ID'"));
  }
}
