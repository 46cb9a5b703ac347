package org.w3id.scokg.server;

import org.apache.jena.fuseki.main.FusekiServer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** What the container takes from the network: how much, how slowly, and at which address. */
final class Network {

  /** Whoever sends or reads fewer bytes in a second is not waited for. */
  private static final long SLOWEST = 1_000;

  /** How long nothing need come, in milliseconds. */
  private static final long SILENCE = 30_000;

  /** The fields of a form; a query has a handful of parameters. */
  private static final int FIELDS = 100;

  private Network() {}

  /** Sets up a server that has not been started. */
  static void configure(FusekiServer fuseki, String host, Bounds bounds) {
    Server server = fuseki.getJettyServer();
    server.setErrorHandler(new ProblemPages());
    for (ServletContextHandler context : server.getDescendants(ServletContextHandler.class)) {
      context.setErrorHandler(new ProblemPages());
      context.setMaxFormContentSize(bounds.requestBytes());
      context.setMaxFormKeys(FIELDS);
    }
    for (Connector connector : server.getConnectors()) {
      if (connector instanceof ServerConnector network) {
        network.setHost(host);
        network.setIdleTimeout(SILENCE);
        configure(
            network.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration(),
            bounds);
      }
    }
  }

  private static void configure(HttpConfiguration http, Bounds bounds) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(bounds.headerBytes());
    http.setMinRequestDataRate(SLOWEST);
    http.setMinResponseDataRate(SLOWEST);
  }
}
