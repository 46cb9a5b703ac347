package org.w3id.scokg;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.publish.BuildWriter;
import org.w3id.scokg.publish.Builds;
import org.w3id.scokg.publish.Staging;
import org.w3id.scokg.reconcile.NamesWriter;

/**
 * The front door: checks a project and builds its graph.
 *
 * <p>Data goes one way: tables are mapped, conclusions drawn, everything checked, and only then is
 * a build written; then it can be published.
 */
public final class GraphBuild {

  private final Project project;
  private final List<Path> sources;
  private final Consumer<String> progress;

  /**
   * A build of a project.
   *
   * @param project what to build
   * @param sources folders with the texts of sources, whose digests are then compared; may be none
   * @param progress is told what is being done, in a word or two
   */
  public GraphBuild(Project project, List<Path> sources, Consumer<String> progress) {
    this.project = project;
    this.sources = List.copyOf(sources);
    this.progress = progress;
  }

  /**
   * What a check found in a project without errors.
   *
   * @param facts how many graphs hold facts
   * @param asserted how many statements these and their evidence have
   * @param inferred how many statements follow from them
   * @param links how many links lead to other datasets
   * @param warnings what is worth a look
   */
  public record Summary(
      long facts, long asserted, long inferred, long links, List<Diagnostic> warnings) {}

  /**
   * A build.
   *
   * @param id its id
   * @param directory where it is
   * @param summary what it holds; empty if it was there already
   */
  public record Outcome(String id, Path directory, Optional<Summary> summary) {}

  /**
   * Checks the project and writes nothing.
   *
   * @throws InputException with everything that is wrong, if anything is
   */
  public Summary check() {
    Assembler assembler = new Assembler(project, sources, progress);
    return assembler.validate(assembler.assemble());
  }

  /**
   * Builds the project and makes the build the current one. Where the same inputs have been built
   * by the same program before, that build is taken.
   *
   * @param anew whether to build even so
   * @throws InputException with everything that is wrong; the current build is then left as it is
   */
  public Outcome build(boolean anew) {
    return publish(make(anew), false);
  }

  /**
   * Builds the project if need be and makes the build the current one, unless that was gone back
   * from: a server that is started again does not undo a decision.
   *
   * @throws InputException with everything that is wrong; the current build is then left as it is
   */
  public Outcome buildToServe() {
    return publish(make(false), true);
  }

  private Outcome publish(Outcome outcome, boolean unlessWithdrawn) {
    Builds builds = Builds.in(project.builds());
    if (outcome.summary().isPresent()) {
      progress.accept("publishing");
      Publication.of(project).publishMade(outcome.directory());
    } else if (!builds.currentId().equals(Optional.of(outcome.id()))
        && !(unlessWithdrawn && builds.isWithdrawn(outcome.id()))) {
      progress.accept("publishing");
      Publication.of(project).publish(Optional.of(outcome.id()));
    }
    return outcome;
  }

  /**
   * Builds the project, and leaves the current build as it is. Where the same inputs have been
   * built by the same program before, that build is taken.
   *
   * @param anew whether to build even so
   * @throws InputException with everything that is wrong
   */
  public Outcome make(boolean anew) {
    Builds builds = Builds.in(project.builds());
    String id = InputDigest.of(project);
    Optional<Path> finished = anew ? Optional.empty() : builds.find(id);
    if (finished.isPresent()) {
      return new Outcome(id, finished.get(), Optional.empty());
    }
    try (Staging staging = builds.stage()) {
      Dataset dataset = project.dataset();
      NamesWriter names = NamesWriter.of(dataset.entitySpace(), dataset.languages());
      Assembler assembler = new Assembler(project, sources, progress);
      KnowledgeGraph graph = assembler.assemble();
      AtomicBoolean valid = new AtomicBoolean();
      Progress written = new Progress(words -> tell(valid, words));
      // The last gate looks at the graph while it is written; if it refuses, staging forgets it.
      try (BuildWriter writer =
          BuildWriter.start(staging, graph.quads(), dataset.prefixes(), names, written)) {
        Summary summary = assembler.validate(graph);
        progress.accept("writing");
        valid.set(true);
        Path directory = writer.finish(id, report(summary));
        return new Outcome(id, directory, Optional.of(summary));
      }
    }
  }

  /** As long as both are done at once, it is the checking that is told of. */
  private void tell(AtomicBoolean valid, String words) {
    if (valid.get()) {
      progress.accept(words);
    }
  }

  private JsonObject report(Summary summary) {
    JsonObject report = new JsonObject();
    report.put("dataset", project.dataset().iri().getURI());
    report.put("facts", summary.facts());
    report.put("asserted", summary.asserted());
    report.put("inferred", summary.inferred());
    report.put("links", summary.links());
    report.put("warnings", summary.warnings().size());
    return report;
  }
}
