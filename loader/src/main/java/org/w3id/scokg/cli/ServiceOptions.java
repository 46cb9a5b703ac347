package org.w3id.scokg.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import org.w3id.scokg.propose.Manners;
import org.w3id.scokg.propose.Service;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which reconciliation service is asked, and how. */
final class ServiceOptions {

  @Option(
      names = "--service",
      paramLabel = "URL",
      description = "The reconciliation service (Reconciliation Service API 0.2).")
  Optional<String> service = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "N",
      description =
          "How many questions are sent at once, unless the service takes fewer; 10 where it does"
              + " not say.")
  int batch = Integer.MAX_VALUE;

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      description = "How many requests are sent a second at most (default: ${DEFAULT-VALUE}).")
  String rate = "5/s";

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long an answer may take (default: ${DEFAULT-VALUE}).")
  double timeout = 60;

  @Option(
      names = "--tries",
      paramLabel = "N",
      description = "How often a request is sent at most (default: ${DEFAULT-VALUE}).")
  int tries = 5;

  /** Opens the service. */
  Service open(CommandLine command, Output output) {
    if (service.isEmpty()) {
      throw new ParameterException(command, "Missing required option: '--service=URL'");
    }
    require(command, batch >= 1, "--batch must be at least 1");
    require(command, tries >= 1, "--tries must be at least 1");
    require(
        command, timeout > 0 && timeout <= 3600, "--timeout must be between 0 and 3600 seconds");
    return Service.open(address(command, service.get()), manners(command), output::progress);
  }

  private Manners manners(CommandLine command) {
    return Manners.DEFAULT
        .withAnswering(Duration.ofMillis(Math.max(1, Math.round(timeout * 1000))))
        .withTries(tries)
        .withSpacing(spacing(command));
  }

  private Duration spacing(CommandLine command) {
    boolean isRate = rate.matches("\\d{1,6}(\\.\\d{1,6})?(/s)?");
    double number = isRate ? Double.parseDouble(rate.replace("/s", "")) : 0;
    require(command, number > 0, "--rate must be a number of requests a second, such as 5/s");
    return Duration.ofNanos(Math.round(1e9 / number));
  }

  /** A name and password in an address would be sent to whoever answers. */
  private static URI address(CommandLine command, String text) {
    try {
      URI address = new URI(text);
      boolean isWeb = text.startsWith("http://") || text.startsWith("https://");
      require(command, isWeb && address.getHost() != null, "--service must be an HTTP address");
      require(command, address.getUserInfo() == null, "--service must not hold a password");
      return address;
    } catch (URISyntaxException e) {
      throw new ParameterException(command, "--service must be an HTTP address", e);
    }
  }

  private static void require(CommandLine command, boolean holds, String rule) {
    if (!holds) {
      throw new ParameterException(command, rule);
    }
  }
}
