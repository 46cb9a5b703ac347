package org.w3id.scokg.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sys.JenaSystem;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.InputException;

/**
 * What a configuration file asks for.
 *
 * @param services the services, by name
 */
record ServerConfig(List<Service> services) {

  ServerConfig {
    services = List.copyOf(services);
  }

  /**
   * Reads and checks a configuration.
   *
   * @param file where it is
   * @param name the path as messages should show it
   * @throws InputException with every problem of the file
   */
  static ServerConfig read(Path file, String name) {
    // Jena fails at random if one of its vocabularies is touched before it is initialised.
    JenaSystem.init();
    Diagnostics problems = new Diagnostics();
    ConfigFile parsed = new ConfigFile(file, name, problems);
    problems.throwIfAny();
    List<Service> services = new ConfigReader(parsed).services();
    problems.throwIfAny();
    return new ServerConfig(services);
  }

  /** The path of the service behind the path of each endpoint. */
  Map<String, String> paths() {
    Map<String, String> paths = new HashMap<>();
    for (Service service : services) {
      for (String end : service.endpoints()) {
        paths.put("/" + service.name() + (end.isEmpty() ? "" : "/" + end), "/" + service.name());
      }
    }
    return paths;
  }

  /**
   * A database under a path of the server.
   *
   * @param name the path, without the slash before it
   * @param endpoints the names below the path at which it is queried; an empty one is the path
   * @param database what is queried
   */
  record Service(String name, Set<String> endpoints, Database database) {
    Service {
      endpoints = Set.copyOf(endpoints);
    }
  }

  /**
   * A TDB2 database and how it is queried.
   *
   * @param location where it is, relative to the project folder
   * @param unionDefaultGraph whether the default graph is the union of the named ones
   * @param settings settings of the query engine, by their full names
   */
  record Database(String location, boolean unionDefaultGraph, Map<String, String> settings) {
    Database {
      settings = Map.copyOf(settings);
    }
  }
}
