package org.w3id.scokg.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.scokg.GraphBuild;
import org.w3id.scokg.GraphBuild.Outcome;
import org.w3id.scokg.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds the graph. */
@Command(name = "build", description = "Build the graph: a database and dumps in builds/<id>.")
final class BuildCommand implements Callable<Integer>, Reporting {

  @Spec CommandSpec spec;
  @Mixin ProjectOption project;
  @Mixin SourcesOption sources;

  @Option(names = "--anew", description = "Build even if nothing has changed since the last build.")
  boolean anew;

  @Option(names = "--no-publish", description = "Leave the current build as it is.")
  boolean noPublish;

  @Mixin OutputOptions options;

  @Override
  public Integer call() {
    Output output = new Output(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    Outcome outcome = build(project.open(), sources, this::build, output);
    if (output.isJson()) {
      JsonObject document =
          outcome.summary().map(SummaryText::json).orElseGet(BuildCommand::unchanged);
      document.put("id", outcome.id());
      document.put("build", outcome.directory().toString());
      output.result(document);
    } else {
      output.result(outcome.directory().toString());
    }
    return ExitCode.DONE;
  }

  private Outcome build(GraphBuild build) {
    return noPublish ? build.make(anew) : build.build(anew);
  }

  /** Builds a project in one of the ways there are, and tells what came of it. */
  static Outcome build(
      Project project, SourcesOption sources, Function<GraphBuild, Outcome> way, Output output) {
    Instant start = Instant.now();
    Outcome outcome = way.apply(new GraphBuild(project, sources.folders, output::progress));
    output.progressDone();
    outcome.summary().ifPresent(summary -> output.warnings(summary.warnings()));
    output.note(
        outcome
            .summary()
            .map(
                summary ->
                    String.format(
                        "built %s in %.1f s: %s",
                        outcome.id(),
                        Duration.between(start, Instant.now()).toMillis() / 1000.0,
                        SummaryText.of(summary)))
            .orElse("unchanged since build " + outcome.id()));
    return outcome;
  }

  private static JsonObject unchanged() {
    JsonObject document = new JsonObject();
    document.put("ok", true);
    document.put("unchanged", true);
    return document;
  }

  @Override
  public OutputOptions outputOptions() {
    return options;
  }
}
