package org.w3id.scokg.propose;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.w3id.scokg.diagnostic.InputException;

/**
 * The line to a service: sends requests no faster than is polite, and again after a pause where an
 * answer may come later. Not thread-safe.
 */
final class Line {

  private final Manners manners;
  private final Time time;
  private final RandomGenerator random;
  private final Consumer<String> progress;
  private final ServiceProblems problems;
  private final Exchange exchange;
  private Instant next = Instant.MIN;

  Line(
      ServiceProblems problems,
      Manners manners,
      Time time,
      RandomGenerator random,
      Consumer<String> progress) {
    this.problems = problems;
    this.manners = manners;
    this.time = time;
    this.random = random;
    this.progress = progress;
    this.exchange = new Exchange(problems, manners);
  }

  /**
   * Sends a request until it is answered.
   *
   * @param form what to post; empty to get
   * @return the body of the answer
   * @throws InputException if there is none after all tries
   */
  byte[] send(URI address, Optional<String> form) {
    for (int attempt = 1; ; attempt++) {
      Duration pause;
      try {
        Reply reply = spaced(address, form);
        if (reply.isGood()) {
          return reply.body();
        }
        pause = pause(reply, attempt);
      } catch (IOException e) {
        if (attempt == manners.tries()) {
          throw problems.unreachable(e, manners);
        }
        pause = backoff(attempt);
      }
      progress.accept(
          "waiting %.1f s before try %d of %d"
              .formatted(pause.toMillis() / 1000.0, attempt + 1, manners.tries()));
      time.pass(pause);
    }
  }

  private Reply spaced(URI address, Optional<String> form) throws IOException {
    Instant now = time.now();
    if (now.isBefore(next)) {
      time.pass(Duration.between(now, next));
    }
    next = time.now().plus(manners.spacing());
    return exchange.send(address, form);
  }

  private Duration pause(Reply reply, int attempt) {
    if (!reply.isPassing()) {
      throw problems.refused(reply.status());
    }
    if (attempt == manners.tries()) {
      throw problems.busy(reply.status(), manners.tries());
    }
    Optional<Duration> asked = reply.pauseAskedFor(time.now());
    if (asked.isPresent() && asked.get().compareTo(manners.longestPause()) > 0) {
      throw problems.asksToWait(asked.get(), manners.longestPause());
    }
    return asked.orElseGet(() -> backoff(attempt));
  }

  /** Twice as long each time, of which chance takes up to a half, so that clients do not meet. */
  private Duration backoff(int attempt) {
    long doubled = manners.firstPause().toMillis() << Math.min(attempt - 1, 20);
    long whole = Math.min(doubled, manners.longestPause().toMillis());
    return Duration.ofMillis(whole / 2 + Math.round(random.nextDouble() * whole / 2));
  }
}
