package org.w3id.scokg.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How builds come and go.
 *
 * @param keptBuilds how many builds to keep, at least
 * @param drain how long requests may go on with a build that is served no more
 */
public record PublishingSettings(int keptBuilds, Duration drain) {

  /** The setting of how many builds to keep. Defaults to 5. */
  static final String KEPT_BUILDS = "scokg:keptBuilds";

  /** The setting of how many seconds requests may go on with a former build. Defaults to 60. */
  static final String DRAIN = "scokg:drainSeconds";

  /** The settings that are numbers of 1 or more. */
  static final Set<String> NUMBERS = Set.of(KEPT_BUILDS, DRAIN);

  /** The settings in a configuration; the defaults where there is none. */
  public static PublishingSettings read(Path configFile, String name) {
    return Files.exists(configFile) ? of(ServerConfig.read(configFile, name)) : in(Map.of());
  }

  /** The settings of the first service's database. */
  static PublishingSettings of(ServerConfig config) {
    return in(config.services().get(0).database().settings());
  }

  private static PublishingSettings in(Map<String, String> settings) {
    return new PublishingSettings(
        Integer.parseInt(settings.getOrDefault(KEPT_BUILDS, "5")),
        Duration.ofSeconds(Integer.parseInt(settings.getOrDefault(DRAIN, "60"))));
  }
}
