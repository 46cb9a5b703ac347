package org.w3id.scokg.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.GraphBuild;
import org.w3id.scokg.Project;
import org.w3id.scokg.Publication;
import org.w3id.scokg.operation.Operation;
import org.w3id.scokg.server.Administration;
import org.w3id.scokg.server.Extension;
import org.w3id.scokg.server.Secret;
import org.w3id.scokg.server.ServerOptions;
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

  @Option(
      names = "--no-build",
      description = "Serve the current build, whatever has changed since.")
  boolean noBuild;

  @Option(names = "--watch", description = "Serve each build from when it is published.")
  boolean watch;

  @Mixin AdminOption admin;
  @Mixin OperationOptions operationOptions;
  @Mixin OutputOptions options;

  @Nullable LiveBuild live;

  @Override
  public Integer call() {
    Output output = new Output(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    Project opened = project.open();
    Optional<Secret> token = admin.token(System.getenv());
    if (!noBuild) {
      BuildCommand.build(opened, sources, GraphBuild::buildToServe, output);
    }
    SharedNames names = new SharedNames(opened.dataset());
    Extension reconciliation = Reconciliation.of(names);
    Extension pages = Pages.of(opened.dataset(), sources.folders, names);
    ServerOptions serving =
        ServerOptions.at(host, port)
            .withExtensions(List.of(reconciliation, pages))
            .withBuild(Publication.of(opened).good(output::warning))
            .withAdministration(
                token.map(shown -> new Administration(shown, s -> live(opened, s, output))));
    try (Operation operation = operationOptions.open(spec.commandLine().getErr(), options.quiet);
        SparqlServer server =
            SparqlServer.start(
                opened.serverConfiguration(),
                opened.directory(),
                serving.withAttendant(operation))) {
      // SIGTERM and Ctrl-C run this; the process then ends with the code that tells of the signal.
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> stop(server, operation, output), "stop"));
      if (watch) {
        live(opened, server, output).follow();
      }
      output.note(
          "serving %s at %s; Ctrl-C stops".formatted(opened.dataset().title(), server.uri()));
      server.endpoints().forEach(endpoint -> output.result(endpoint.toString()));
      output.result(server.uri(reconciliation).toString());
      server.join();
    }
    return ExitCode.DONE;
  }

  private static void stop(SparqlServer server, Operation operation, Output output) {
    long underWay = operation.underWay();
    if (underWay > 0) {
      output.note("stopping; requests still to be answered: " + underWay);
    }
    server.close();
    operation.close();
  }

  /** The server's build, to be changed by whoever may: one for all of them. */
  private LiveBuild live(Project opened, SparqlServer server, Output output) {
    LiveBuild only = live == null ? new LiveBuild(opened, server, output) : live;
    live = only;
    return only;
  }

  @Override
  public OutputOptions outputOptions() {
    return options;
  }
}
