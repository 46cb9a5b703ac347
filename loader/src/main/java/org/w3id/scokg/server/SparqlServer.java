package org.w3id.scokg.server;

import java.net.BindException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.tdb2.TDB2;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ServerConnector;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.server.ServerConfig.Database;
import org.w3id.scokg.server.ServerConfig.Service;

/**
 * A running SPARQL endpoint: one process, one port, queries only.
 *
 * <p>What it answers stays the same until it is closed, since links on the way to a database are
 * followed once, at the start. Safe for use by many threads.
 */
public final class SparqlServer implements AutoCloseable {

  /** The address that only this machine can reach. */
  public static final String LOOPBACK = "127.0.0.1";

  private final FusekiServer fuseki;
  private final String host;
  private final List<Service> services;
  private final List<ReadOnlyDatabase> databases;

  private SparqlServer(
      FusekiServer fuseki, String host, ServerConfig config, List<ReadOnlyDatabase> databases) {
    this.fuseki = fuseki;
    this.host = host;
    this.services = config.services();
    this.databases = List.copyOf(databases);
  }

  /**
   * Serves what a configuration describes, and nothing else; see {@link #start(Path, Path, String,
   * int, List)}.
   */
  public static SparqlServer start(Path configFile, Path project, String host, int port) {
    return start(configFile, project, host, port, List.of());
  }

  /**
   * Serves what a configuration describes, and returns as soon as it answers.
   *
   * @param configFile a Fuseki assembler file in Turtle
   * @param project the folder that locations in it are relative to
   * @param host the name or address to listen at, for example {@link #LOOPBACK}
   * @param port the port to listen at; 0 takes one that is free
   * @param extensions what is served besides, from the dataset of the first service
   * @throws InputException if the configuration is broken, a database is missing, damaged or being
   *     written, or the port cannot be had
   */
  public static SparqlServer start(
      Path configFile, Path project, String host, int port, List<Extension> extensions) {
    String name = shown(project, configFile);
    ServerConfig config = ServerConfig.read(configFile, name);
    List<ReadOnlyDatabase> databases = new ArrayList<>();
    FusekiServer.Builder builder =
        FusekiServer.create().port(port).fusekiModules(FusekiModules.create(new QueryOnly()));
    try {
      for (Service service : config.services()) {
        ReadOnlyDatabase database = open(project, service.database());
        databases.add(database);
        builder.add("/" + service.name(), dataService(service, database.dataset()));
      }
      for (Extension extension : extensions) {
        builder.addServlet(
            extension.path() + "/*", extension.servlet().apply(databases.get(0).dataset()));
      }
      FusekiServer fuseki = listen(builder.build(), host);
      return new SparqlServer(fuseki, host, config, databases);
    } catch (InputException | FusekiException | IllegalStateException e) {
      databases.forEach(ReadOnlyDatabase::close);
      throw e instanceof FusekiException ? unreachable(name, host, port, e) : e;
    }
  }

  /** The server's own address, with the port it was given. */
  public URI uri() {
    return uri("/");
  }

  /** The address of an extension. */
  public URI uri(Extension extension) {
    return uri(extension.path());
  }

  /** The addresses that queries are sent to, in the order of their names. */
  public List<URI> endpoints() {
    return services.stream()
        .flatMap(
            service ->
                service.endpoints().stream()
                    .sorted()
                    .map(end -> "/" + service.name() + (end.isEmpty() ? "" : "/" + end)))
        .map(this::uri)
        .toList();
  }

  /** Waits until the server is closed. */
  public void join() {
    fuseki.join();
  }

  /** Stops answering, and closes the databases. */
  @Override
  public void close() {
    fuseki.stop();
    databases.forEach(ReadOnlyDatabase::close);
  }

  private URI uri(String path) {
    try {
      return new URI("http", null, host, fuseki.getHttpPort(), path, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Bug: the server listens at a host of no name", e);
    }
  }

  private static ReadOnlyDatabase open(Path project, Database database) {
    Path directory = project.resolve(database.location());
    ReadOnlyDatabase open = ReadOnlyDatabase.open(directory, shown(project, directory));
    var context = open.dataset().getContext();
    context.set(TDB2.symUnionDefaultGraph, database.unionDefaultGraph());
    database.settings().forEach((name, value) -> context.set(Symbol.create(name), value));
    return open;
  }

  private static DataService dataService(Service service, DatasetGraph dataset) {
    DataService.Builder builder = DataService.newBuilder(dataset);
    service
        .endpoints()
        .forEach(name -> builder.addEndpoint(Endpoint.create(Operation.Query, name)));
    return builder.build();
  }

  private static FusekiServer listen(FusekiServer fuseki, String host) {
    for (Connector connector : fuseki.getJettyServer().getConnectors()) {
      if (connector instanceof ServerConnector network) {
        network.setHost(host);
      }
    }
    return fuseki.start();
  }

  private static InputException unreachable(
      String name, String host, int port, RuntimeException cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    boolean taken =
        root instanceof BindException && String.valueOf(root.getMessage()).contains("in use");
    Diagnostic problem =
        taken
            ? new Diagnostic(
                Location.of(name),
                "port %d on %s is in use".formatted(port, host),
                "one port serves one program",
                "stop the other server, or choose another with --port")
            : new Diagnostic(
                Location.of(name),
                "cannot listen at port %d on %s: %s".formatted(port, host, root.getMessage()),
                "the host must be a name or address of this machine, and the port free to use",
                "correct --host or --port");
    InputException exception = new InputException(problem);
    exception.initCause(cause);
    return exception;
  }

  /** A path as messages show it: from the project, where it is inside. */
  private static String shown(Path project, Path path) {
    Path from = project.toAbsolutePath().normalize();
    Path to = path.toAbsolutePath().normalize();
    return to.startsWith(from) ? from.relativize(to).toString() : path.toString();
  }
}
