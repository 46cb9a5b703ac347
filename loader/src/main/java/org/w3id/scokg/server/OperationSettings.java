package org.w3id.scokg.server;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How a configuration wants its server to be operated.
 *
 * @param slowQuery how long a query takes to be called slow; then its text is logged. Defaults to
 *     five seconds
 * @param stopPatience how long a server that is told to stop waits for what it is answering.
 *     Defaults to thirty seconds
 */
public record OperationSettings(Duration slowQuery, Duration stopPatience) {

  /** What holds where nothing is said. */
  public static final OperationSettings DEFAULTS =
      new OperationSettings(Duration.ofSeconds(5), Duration.ofSeconds(30));

  /** The setting of a database that says what is slow, in milliseconds. */
  static final String SLOW_QUERY = "scokg:slowQuery";

  /** The setting of a database that says how long to wait at the end, in milliseconds. */
  static final String STOP_PATIENCE = "scokg:stopPatience";

  /** The settings that these are. */
  static final Set<String> NAMES = Set.of(SLOW_QUERY, STOP_PATIENCE);

  /** The settings among those of a database. */
  static OperationSettings in(Map<String, String> settings) {
    return new OperationSettings(
        duration(settings, SLOW_QUERY, DEFAULTS.slowQuery),
        duration(settings, STOP_PATIENCE, DEFAULTS.stopPatience));
  }

  /** Whether a value can be read, if the setting is one of these. */
  static boolean isRight(String name, String value) {
    return !NAMES.contains(name) || value.strip().matches("\\d{1,7}");
  }

  private static Duration duration(Map<String, String> settings, String name, Duration otherwise) {
    String value = settings.get(name);
    return value == null ? otherwise : Duration.ofMillis(Long.parseLong(value.strip()));
  }
}
