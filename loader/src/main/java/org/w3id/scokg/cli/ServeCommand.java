package org.w3id.scokg.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.w3id.scokg.Project;
import org.w3id.scokg.server.Extension;
import org.w3id.scokg.server.SparqlServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds what has changed, and serves the graph until it is stopped. */
@Command(name = "serve", description = "Build the graph if need be, and serve it over SPARQL.")
final class ServeCommand implements Callable<Integer>, Reporting {

  @Spec CommandSpec spec;
  @Mixin ProjectOption project;
  @Mixin SourcesOption sources;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "The address to listen at (default: ${DEFAULT-VALUE}, this machine only).")
  String host = SparqlServer.LOOPBACK;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port to listen at (default: ${DEFAULT-VALUE}); 0 takes a free one.")
  int port = 3030;

  @Mixin OutputOptions options;

  @Override
  public Integer call() {
    Output output = new Output(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    Project opened = project.open();
    BuildCommand.build(opened, sources, false, output);
    Extension reconciliation = Reconciliation.of(opened.dataset());
    try (SparqlServer server =
        SparqlServer.start(
            opened.serverConfiguration(),
            opened.directory(),
            host,
            port,
            List.of(reconciliation))) {
      output.note("serving " + opened.dataset().title() + "; Ctrl-C stops");
      server.endpoints().forEach(endpoint -> output.result(endpoint.toString()));
      output.result(server.uri(reconciliation).toString());
      server.join();
    }
    return ExitCode.DONE;
  }

  @Override
  public OutputOptions outputOptions() {
    return options;
  }
}
