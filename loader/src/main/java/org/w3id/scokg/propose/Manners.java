package org.w3id.scokg.propose;

import java.time.Duration;

/**
 * How a service is asked: how long it may take, how often it is asked again, and how fast.
 *
 * @param connecting how long it may take until it is connected with; defaults to 10 s
 * @param answering how long an answer may take, from the request to its last byte; defaults to 60 s
 * @param tries how often one request is sent at most; defaults to 5
 * @param firstPause how long to wait before the second try, and twice as long before each further
 *     one; defaults to 1 s
 * @param longestPause the longest time to wait before any try, also if the service asks for more;
 *     defaults to 60 s
 * @param spacing the shortest time between the starts of two requests; defaults to 200 ms
 * @param answerBytes how large an answer may be; defaults to 8 MiB
 */
public record Manners(
    Duration connecting,
    Duration answering,
    int tries,
    Duration firstPause,
    Duration longestPause,
    Duration spacing,
    int answerBytes) {

  /** The defaults. */
  public static final Manners DEFAULT =
      new Manners(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          5,
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          Duration.ofMillis(200),
          8 << 20);

  /** With another time to answer. It is also what connecting may take at most. */
  public Manners withAnswering(Duration span) {
    Duration connect = connecting.compareTo(span) < 0 ? connecting : span;
    return new Manners(connect, span, tries, firstPause, longestPause, spacing, answerBytes);
  }

  /** With another number of tries. */
  public Manners withTries(int number) {
    return new Manners(
        connecting, answering, number, firstPause, longestPause, spacing, answerBytes);
  }

  /** With another first pause. */
  public Manners withFirstPause(Duration span) {
    return new Manners(connecting, answering, tries, span, longestPause, spacing, answerBytes);
  }

  /** With another distance between requests. */
  public Manners withSpacing(Duration span) {
    return new Manners(connecting, answering, tries, firstPause, longestPause, span, answerBytes);
  }

  /** With another size of answers. */
  public Manners withAnswerBytes(int number) {
    return new Manners(connecting, answering, tries, firstPause, longestPause, spacing, number);
  }
}
