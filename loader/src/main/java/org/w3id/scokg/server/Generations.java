package org.w3id.scokg.server;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.tdb2.TDB2;
import org.w3id.scokg.server.ServerConfig.Database;
import org.w3id.scokg.server.ServerConfig.Service;

/**
 * Makes generations: opens what a configuration describes, with a build in the place of the link to
 * the current one.
 *
 * <p>Fuseki looks services up in a registry that belongs to the server's context. Each generation
 * has a registry of its own, and its requests see the context with that one; so a query runs on the
 * database itself, with nothing in between that TDB2's optimizer would have to see through.
 *
 * @param config the configuration
 * @param project the folder that locations in it are relative to
 * @param extensions what is served besides
 * @param context the server's context
 * @param databases the databases that the server has open
 */
record Generations(
    ServerConfig config,
    Path project,
    List<Extension> extensions,
    ServletContext context,
    OpenDatabases databases) {

  /** The path in configurations that stands for the build that is served. */
  private static final Path LINK = Path.of("builds", "current");

  /** The link to the current build of a project. */
  static Path link(Path project) {
    return project.resolve(LINK);
  }

  /** A path as messages show it: from the project, where it is inside. */
  static String shown(Path project, Path path) {
    Path from = project.toAbsolutePath().normalize();
    Path to = path.toAbsolutePath().normalize();
    return to.startsWith(from) ? from.relativize(to).toString() : path.toString();
  }

  /**
   * Opens a build.
   *
   * @param build its directory, or the link to it, which is followed once
   * @throws org.w3id.scokg.diagnostic.InputException if a database is missing, damaged or being
   *     written
   */
  Generation open(Path build) {
    Path real = real(build);
    List<OpenDatabases.Use> open = new ArrayList<>();
    Map<String, HttpServlet> servlets = new LinkedHashMap<>();
    DataAccessPointRegistry registry = new DataAccessPointRegistry();
    try {
      for (Service service : config.services()) {
        OpenDatabases.Use use = use(build, real, service.database());
        open.add(use);
        registry.register(new DataAccessPoint("/" + service.name(), service(service, use)));
      }
      for (Extension extension : extensions) {
        servlets.put(extension.path(), extension.servlet().apply(open.get(0).dataset(), real));
      }
      return new Generation(real, open, withRegistry(registry), servlets);
    } catch (RuntimeException e) {
      servlets.values().forEach(HttpServlet::destroy);
      open.forEach(OpenDatabases.Use::close);
      throw e;
    }
  }

  private OpenDatabases.Use use(Path build, Path real, Database database) {
    Path link = link(project);
    Path named = project.resolve(database.location());
    boolean moves = named.startsWith(link);
    Path below = moves ? link.relativize(named) : named;
    return databases.use(
        moves ? real.resolve(below) : named,
        shown(project, moves ? build.resolve(below) : named),
        dataset -> {
          set(dataset, database);
          // A build never changes, so its id tells its answers from those of others.
          dataset.getContext().set(QueryGate.BUILD, real.getFileName() + " " + database.location());
        });
  }

  /** A link that leads nowhere stays one, so that what is missing is told by its name. */
  private static Path real(Path build) {
    try {
      return build.toRealPath();
    } catch (IOException e) {
      return build;
    }
  }

  private static void set(DatasetGraph dataset, Database database) {
    var settings = dataset.getContext();
    // Where the default graph has the union already, TDB2 need not make it up for each query.
    boolean isMadeUp =
        database.unionDefaultGraph() && !settings.isTrue(ReadOnlyDatabase.HOLDS_UNION);
    settings.set(TDB2.symUnionDefaultGraph, isMadeUp);
    database.settings().forEach((name, value) -> settings.set(Symbol.create(name), value));
  }

  private DataService service(Service service, OpenDatabases.Use database) {
    DataService.Builder builder = DataService.newBuilder(database.dataset());
    service
        .endpoints()
        .forEach(name -> builder.addEndpoint(Endpoint.create(Operation.Query, name)));
    DataService made = builder.build();
    made.setEndpointProcessors(OperationRegistry.get(context));
    made.goActive();
    return made;
  }

  private ServletContext withRegistry(DataAccessPointRegistry registry) {
    return (ServletContext)
        Proxy.newProxyInstance(
            ServletContext.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getAttribute")
                  && Fuseki.attrNameRegistry.equals(arguments[0])) {
                return registry;
              }
              try {
                return method.invoke(context, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            });
  }
}
