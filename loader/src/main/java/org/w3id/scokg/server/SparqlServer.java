package org.w3id.scokg.server;

import jakarta.servlet.ServletException;
import java.net.BindException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.guard.Watch;

/**
 * A running SPARQL endpoint: one process, one port, queries only.
 *
 * <p>Each request is answered from one build. Which one that is for new requests can be changed
 * while the server runs: see {@link #open}. Safe for use by many threads.
 */
public final class SparqlServer implements AutoCloseable {

  /** The address that only this machine can reach. */
  public static final String LOOPBACK = "127.0.0.1";

  /** The threads that wait for requests from the start. */
  private static final int THREADS = 8;

  /** The threads for everything but queries. */
  private static final int PAGES = 64;

  private final FusekiServer fuseki;
  private final String host;
  private final Generations generations;
  private final Served served;
  private final Watch watch;
  private final AtomicBoolean closed = new AtomicBoolean();

  private SparqlServer(
      FusekiServer fuseki, String host, Generations generations, Served served, Watch watch) {
    this.watch = watch;
    this.fuseki = fuseki;
    this.host = host;
    this.generations = generations;
    this.served = served;
  }

  /** Serves the current build of a project, and nothing besides; see the other method. */
  public static SparqlServer start(Path configFile, Path project, String host, int port) {
    return start(configFile, project, ServerOptions.at(host, port));
  }

  /** Serves the current build of a project, and extensions; see the other method. */
  public static SparqlServer start(
      Path configFile, Path project, String host, int port, List<Extension> extensions) {
    return start(configFile, project, ServerOptions.at(host, port).withExtensions(extensions));
  }

  /**
   * Serves what a configuration describes, and returns as soon as it answers.
   *
   * @param configFile a Fuseki assembler file in Turtle
   * @param project the folder that locations in it are relative to
   * @param options where to listen, and what else to do
   * @throws InputException if the configuration is broken, a database is missing, damaged or being
   *     written, or the port cannot be had
   */
  public static SparqlServer start(Path configFile, Path project, ServerOptions options) {
    String name = Generations.shown(project, configFile);
    ServerConfig config = ServerConfig.read(configFile, name);
    Served served = new Served(PublishingSettings.of(config).drain());
    AtomicReference<Publisher> publisher = new AtomicReference<>();
    Activity activity = new Activity();
    Bounds bounds = Bounds.in(config.services().get(0).database().settings());
    QueryGate gate = new QueryGate(config.paths(), bounds, activity);
    Watch watch = new Watch(gate::isCrowded, bounds.turns().share());
    QueryOnly queries =
        new QueryOnly(
            new QueryHandler(bounds.limits(), watch), gate, new BrowserGate(options.extensions()));
    FusekiServer fuseki = build(served, options, publisher, bounds, queries);
    Generations generations =
        new Generations(
            config, project, options.extensions(), fuseki.getServletContext(), new OpenDatabases());
    SparqlServer server = new SparqlServer(fuseki, options.host(), generations, served, watch);
    try {
      served.switchTo(generations.open(options.build().orElseGet(() -> Generations.link(project))));
      options.administration().ifPresent(a -> publisher.set(a.publisher().apply(server)));
      options
          .attendant()
          .attend(
              new Operated(
                  fuseki.getJettyServer(),
                  paths(config, options.extensions()),
                  OperationSettings.in(config.services().get(0).database().settings()),
                  activity,
                  served));
      Network.configure(fuseki, options.host(), bounds);
      fuseki.start();
      return server;
    } catch (InputException | FusekiException | IllegalStateException e) {
      watch.close();
      served.close();
      throw e instanceof FusekiException ? unreachable(name, options.host(), options.port(), e) : e;
    }
  }

  private static FusekiServer build(
      Served served,
      ServerOptions options,
      AtomicReference<Publisher> publisher,
      Bounds bounds,
      QueryOnly queries) {
    FusekiServer.Builder builder =
        FusekiServer.create()
            .port(options.port())
            .numServerThreads(THREADS, bounds.underWay() + PAGES)
            .addFilter("/*", new OneBuild(served))
            .fusekiModules(FusekiModules.create(queries));
    options
        .extensions()
        .forEach(e -> builder.addServlet(e.path() + "/*", new ExtensionServlet(e.path())));
    options
        .administration()
        .ifPresent(
            a ->
                builder.addServlet(
                    Administration.PATH + "/*", new AdminServlet(a.token(), publisher::get)));
    return builder.build();
  }

  /**
   * Opens a build that may be served next, in the place of the present one, and gets it ready.
   *
   * @param build its directory
   * @throws InputException if its database is missing, damaged or being written
   * @throws IllegalStateException if an extension cannot answer from it
   */
  public Candidate open(Path build) {
    Generation generation = generations.open(build);
    try {
      generation.warm();
      return new Next(generation, served);
    } catch (ServletException | RuntimeException e) {
      generation.close();
      throw new IllegalStateException("an extension cannot answer from the build", e);
    }
  }

  /** A generation that is not served yet. */
  private static final class Next implements Candidate {
    private final Generation generation;
    private final Served served;
    private boolean isServed;

    Next(Generation generation, Served served) {
      this.generation = generation;
      this.served = served;
    }

    @Override
    public DatasetGraph dataset() {
      return generation.dataset();
    }

    @Override
    public void serve() {
      served.switchTo(generation);
      isServed = true;
    }

    @Override
    public void close() {
      if (!isServed) {
        generation.close();
      }
    }
  }

  /** The directory of the build that new requests are answered from. */
  public Path build() {
    return served.current().build();
  }

  /** Whether the server has a build open: the present one, or one that requests still run on. */
  public boolean hasOpen(Path build) {
    try {
      return generations.databases().uses(build.resolve("database"));
    } catch (InputException e) {
      return false;
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
    return generations.config().services().stream()
        .flatMap(
            service ->
                service.endpoints().stream()
                    .sorted()
                    .map(end -> "/" + service.name() + (end.isEmpty() ? "" : "/" + end)))
        .map(this::uri)
        .toList();
  }

  /**
   * The databases that a configuration names, each a directory.
   *
   * @throws InputException with every problem of the configuration
   */
  public static List<Path> databases(Path configFile, Path project) {
    return ServerConfig.read(configFile, Generations.shown(project, configFile)).services().stream()
        .map(service -> project.resolve(service.database().location()))
        .toList();
  }

  /** Waits until the server is closed. */
  public void join() {
    fuseki.join();
  }

  /**
   * Takes no more requests, answers those it has as long as its attendant lets it, and closes the
   * databases. To close it again does nothing.
   */
  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      try {
        fuseki.stop();
      } catch (FusekiException e) {
        if (!(e.getCause() instanceof TimeoutException)) {
          throw e;
        }
        // What it was answering took longer than it waits. It has stopped all the same.
      } finally {
        watch.close();
        served.close();
      }
    }
  }

  private static List<String> paths(ServerConfig config, List<Extension> extensions) {
    return Stream.concat(
            config.services().stream().map(service -> "/" + service.name()),
            extensions.stream().map(Extension::path))
        .toList();
  }

  /** Waits until the builds that were served before are closed. */
  void awaitDrained() throws InterruptedException {
    served.awaitDrained();
  }

  private URI uri(String path) {
    try {
      return new URI("http", null, host, fuseki.getHttpPort(), path, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Bug: the server listens at a host of no name", e);
    }
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
}
