package org.w3id.scokg.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.w3id.scokg.Project;
import org.w3id.scokg.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a finished build the current one. */
@Command(name = "publish", description = "Check a finished build, and make it the current one.")
final class PublishCommand implements Callable<Integer>, Reporting {

  @Spec CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "The build (default: the one that was finished last).")
  Optional<String> id = Optional.empty();

  @Option(names = "--latest", description = "Publish the build that was finished last.")
  boolean latest;

  @Mixin ProjectOption project;
  @Mixin OutputOptions options;

  @Override
  public Integer call() {
    if (latest && id.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "'%s' and --latest name two builds; give one".formatted(id.get()));
    }
    Output output = new Output(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    Project opened = project.open();
    PublicationText.write(Publication.of(opened).publish(id), opened, output);
    return ExitCode.DONE;
  }

  @Override
  public OutputOptions outputOptions() {
    return options;
  }
}
