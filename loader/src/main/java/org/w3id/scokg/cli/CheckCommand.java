package org.w3id.scokg.cli;

import java.util.concurrent.Callable;
import org.w3id.scokg.GraphBuild;
import org.w3id.scokg.GraphBuild.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks a project and writes nothing. */
@Command(name = "check", description = "Check the project's tables, mappings and ontology.")
final class CheckCommand implements Callable<Integer>, Reporting {

  @Spec CommandSpec spec;
  @Mixin ProjectOption project;
  @Mixin SourcesOption sources;
  @Mixin OutputOptions options;

  @Override
  public Integer call() {
    Output output = new Output(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    Summary summary = new GraphBuild(project.open(), sources.folders, output::progress).check();
    output.progressDone();
    if (output.isJson()) {
      output.result(SummaryText.json(summary));
    } else {
      output.warnings(summary.warnings());
      output.result("ok: " + SummaryText.of(summary));
    }
    return ExitCode.DONE;
  }

  @Override
  public OutputOptions outputOptions() {
    return options;
  }
}
