package org.w3id.scokg.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.w3id.scokg.publish.Builds;

/**
 * Whether the clock can be right: later than the program, and than the build it serves.
 *
 * @param builds the folder of builds
 * @param clock the clock
 */
record SystemClock(Path builds, Clock clock) implements Check {

  /** When this check was written. */
  private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");

  /** What clocks of two machines may differ by. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String SET_IT = "set the clock, and keep it with NTP";

  @Override
  public List<Finding> findings() {
    Instant now = clock.instant();
    if (now.isBefore(WRITTEN)) {
      return List.of(
          Finding.error("clock", "the clock says %s, which is long ago".formatted(now), SET_IT));
    }
    return List.of(
        made()
            .filter(made -> made.isAfter(now.plus(TOLERANCE)))
            .map(
                made ->
                    Finding.warning(
                        "clock",
                        "the clock says %s, but the current build was made at %s"
                            .formatted(now, made),
                        SET_IT))
            .orElseGet(() -> Finding.ok("clock", "the clock says " + now)));
  }

  private Optional<Instant> made() {
    return Builds.in(builds).current().flatMap(SystemClock::time);
  }

  private static Optional<Instant> time(Path build) {
    try {
      return Optional.of(Files.getLastModifiedTime(build.resolve("report.json")).toInstant());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
