package org.w3id.scokg.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.w3id.scokg.GraphBuild;
import org.w3id.scokg.NamedQuery;
import org.w3id.scokg.Project;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.operation.LogSink;
import org.w3id.scokg.operation.Logged;
import org.w3id.scokg.operation.Operation;
import org.w3id.scokg.server.Extension;
import org.w3id.scokg.server.ServerOptions;
import org.w3id.scokg.server.SparqlServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Does once what the other commands do, so that the launcher can archive the classes they load. The
 * build it makes is a sound one and stays.
 */
@Command(name = "rehearse", hidden = true, description = "Load what the other commands load.")
final class RehearseCommand implements Callable<Integer> {

  @Mixin ProjectOption project;

  @Override
  public Integer call() throws IOException, InterruptedException {
    MapRehearsal.run();
    Project opened = project.open();
    new GraphBuild(opened, List.of(), step -> {}).build(true);
    List<NamedQuery> queries = NamedQuery.all(opened, new Diagnostics());
    SharedNames names = new SharedNames(opened.dataset());
    Extension reconciliation = Reconciliation.of(names);
    Extension pages = Pages.of(opened.dataset(), List.of(), names);
    try (Operation operation = new Operation(Optional.empty(), Logged.REQUESTS, LogSink.NONE);
        SparqlServer server =
            SparqlServer.start(
                opened.serverConfiguration(),
                opened.directory(),
                ServerOptions.at(SparqlServer.LOOPBACK, 0)
                    .withExtensions(List.of(reconciliation, pages))
                    .withAttendant(operation))) {
      HttpClient client = HttpClient.newHttpClient();
      for (URI endpoint : server.endpoints()) {
        for (NamedQuery query : queries) {
          ask(client, endpoint, "query", query.text());
        }
      }
      ask(client, server.uri().resolve("/search"), "q", "a");
      ask(client, server.uri(reconciliation), "queries", "{\"q\":{\"query\":\"a\"}}");
      ask(client, server.uri().resolve("/health/ready"), "for", "rehearsal");
      ask(client, server.uri().resolve("/metrics"), "for", "rehearsal");
    }
    return ExitCode.DONE;
  }

  private static void ask(HttpClient client, URI address, String parameter, String value)
      throws IOException, InterruptedException {
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    client.send(
        HttpRequest.newBuilder(URI.create(address + "?" + parameter + "=" + encoded)).build(),
        HttpResponse.BodyHandlers.discarding());
  }
}
