package org.w3id.scokg.operation;

import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.w3id.scokg.server.Attendant;
import org.w3id.scokg.server.Operated;
import org.w3id.scokg.server.Secret;

/**
 * Looks after one server: answers at {@code /health} and {@code /metrics}, gives every request an
 * id, logs them, and lets those under way end before the server stops.
 */
public final class Operation implements Attendant, AutoCloseable {

  private final GracefulHandler underWay = new GracefulHandler();
  private final Optional<Secret> metricsToken;
  private final Logged logged;
  private final LogSink log;
  private AutoCloseable opened = () -> {};

  /**
   * Prepares to look after a server.
   *
   * @param metricsToken what whoever asks for metrics must know; if absent, they are for this
   *     machine only
   * @param logged which requests are logged
   * @param log takes a line for each of these
   */
  public Operation(Optional<Secret> metricsToken, Logged logged, LogSink log) {
    this.metricsToken = metricsToken;
    this.logged = logged;
    this.log = log;
  }

  @Override
  public void attend(Operated server) {
    Server jetty = server.jetty();
    PathKinds kinds = new PathKinds(server.paths());
    Metrics metrics = new Metrics(server, kinds, log, this::underWay);
    Health health = new Health(server.serving());
    opened =
        () -> {
          health.close();
          metrics.close();
        };
    jetty.insertHandler(underWay);
    jetty.insertHandler(
        new Attendance(
            underWay, new Pages(health, metrics, new MetricsGate(metricsToken)), server.serving()));
    AccessLog accessLog =
        new AccessLog(server.serving(), server.settings().slowQuery(), logged, log);
    jetty.setRequestLog(
        (request, response) -> {
          metrics.count(request, response);
          accessLog.log(request, response);
        });
    // Without a time, a server stops at once and breaks off what it answers.
    jetty.setStopTimeout(Math.max(1, server.settings().stopPatience().toMillis()));
  }

  /** How many requests are being answered. */
  public long underWay() {
    return underWay.getCurrentRequestCount();
  }

  /** Writes what is still to be logged. The server must have been closed. */
  @Override
  public void close() {
    try {
      opened.close();
    } catch (Exception e) {
      throw new IllegalStateException("Bug: the server's operation cannot be closed", e);
    } finally {
      log.close();
    }
  }
}
