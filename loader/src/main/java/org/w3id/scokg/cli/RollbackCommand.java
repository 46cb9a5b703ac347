package org.w3id.scokg.cli;

import java.util.concurrent.Callable;
import org.w3id.scokg.Project;
import org.w3id.scokg.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the build the current one that was it before. */
@Command(name = "rollback", description = "Go back to the build that was published before.")
final class RollbackCommand implements Callable<Integer>, Reporting {

  @Spec CommandSpec spec;
  @Mixin ProjectOption project;
  @Mixin OutputOptions options;

  @Override
  public Integer call() {
    Output output = new Output(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    Project opened = project.open();
    PublicationText.write(Publication.of(opened).rollback(), opened, output);
    return ExitCode.DONE;
  }

  @Override
  public OutputOptions outputOptions() {
    return options;
  }
}
