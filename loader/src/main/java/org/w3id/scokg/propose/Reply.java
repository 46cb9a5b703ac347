package org.w3id.scokg.propose;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What came back over HTTP. */
final class Reply {

  private final int status;
  private final Optional<String> retryAfter;
  private final byte[] body;

  /**
   * A reply.
   *
   * @param status its status code
   * @param retryAfter its header {@code Retry-After}, if it has one
   * @param body its content, which is not copied
   */
  Reply(int status, Optional<String> retryAfter, byte[] body) {
    this.status = status;
    this.retryAfter = retryAfter;
    this.body = body;
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }

  boolean isGood() {
    return status >= 200 && status < 300;
  }

  /** Whether the same request may well be answered later (RFC 9110, RFC 6585). */
  boolean isPassing() {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  /**
   * How long the service asks to wait, in seconds or until a date (RFC 9110, section 10.2.3); what
   * is neither asks for nothing.
   */
  Optional<Duration> pauseAskedFor(Instant now) {
    return retryAfter.map(String::strip).flatMap(asked -> pause(asked, now));
  }

  private static Optional<Duration> pause(String asked, Instant now) {
    if (asked.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(asked)));
    }
    try {
      Instant until = ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
