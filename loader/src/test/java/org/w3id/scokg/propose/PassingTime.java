package org.w3id.scokg.propose;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes at once, and remembers how much of it was waited. */
final class PassingTime implements Time {

  private Instant now = Instant.parse("2021-06-15T12:00:00Z");
  private final List<Duration> waited = new ArrayList<>();

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void pass(Duration span) {
    waited.add(span);
    now = now.plus(span);
  }

  List<Duration> waited() {
    return List.copyOf(waited);
  }
}
