package org.w3id.scokg.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.w3id.scokg.operation.LogFile;
import org.w3id.scokg.operation.LogSink;
import org.w3id.scokg.operation.Logged;
import org.w3id.scokg.operation.Operation;
import org.w3id.scokg.server.Secret;
import picocli.CommandLine.Option;

/** How a server is operated. */
final class OperationOptions {

  /** The variable of the environment that may hold the token for metrics. */
  static final String METRICS_TOKEN = "SCOKG_METRICS_TOKEN";

  private static final String STANDARD_ERROR = "-";

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description = "Log every request in this file; '-' is standard error (default: none).")
  Optional<String> accessLog = Optional.empty();

  @Option(
      names = "--metrics-token-file",
      paramLabel = "FILE",
      description =
          "Give metrics to whoever brings the token in this file"
              + " (default: $SCOKG_METRICS_TOKEN, else to this machine only).")
  Optional<Path> metricsToken = Optional.empty();

  /** Prepares to operate a server; slow queries are told of on standard error unless quiet. */
  Operation open(PrintWriter err, boolean quiet) {
    Optional<Secret> token = Secret.find(metricsToken, System.getenv(), METRICS_TOKEN);
    if (accessLog.isEmpty()) {
      return new Operation(token, Logged.SLOW_QUERIES, quiet ? LogSink.NONE : LogFile.to(err));
    }
    String file = accessLog.get();
    return new Operation(
        token,
        Logged.REQUESTS,
        file.equals(STANDARD_ERROR) ? LogFile.to(err) : LogFile.appendTo(Path.of(file)));
  }
}
