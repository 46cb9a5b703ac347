package org.w3id.scokg.server;

import java.time.Duration;
import java.util.Map;
import org.w3id.scokg.guard.Limits;

/**
 * What a server gives to those who ask.
 *
 * @param limits what a query may cost
 * @param answerBytes the bytes of an answer
 * @param turns who is served at once, and who waits
 * @param requestBytes the bytes of a request's body
 * @param headerBytes the bytes of its address and headers
 * @param cacheBytes the bytes of answers that are kept
 * @param proxies who may say for whom they ask
 */
record Bounds(
    Limits limits,
    long answerBytes,
    Turns turns,
    int requestBytes,
    int headerBytes,
    long cacheBytes,
    TrustedProxies proxies) {

  /**
   * Who is served at once, and who waits.
   *
   * @param running the queries that are executed at once
   * @param waiting those that wait for it
   * @param patience how long they wait
   * @param share how long a query runs while others wait for it to end
   * @param perClient those of one client that are executed, wait or are being sent
   * @param perSecond those of one client that are begun in a second
   * @param inARow those that a client may begin at once after a pause
   */
  record Turns(
      int running,
      int waiting,
      Duration patience,
      Duration share,
      int perClient,
      int perSecond,
      int inARow) {}

  /** What a configuration sets, which has been checked. */
  static Bounds in(Map<String, String> settings) {
    long megabytes = Setting.MEGABYTES_PER_QUERY.in(settings);
    return new Bounds(
        new Limits(
            megabytes << 20,
            Setting.ROWS_PER_ANSWER.in(settings),
            (int) Setting.CHARACTERS_PER_TEXT.in(settings)),
        Setting.MEGABYTES_PER_ANSWER.in(settings) << 20,
        new Turns(
            (int) Setting.QUERIES_AT_ONCE.in(settings),
            (int) Setting.QUERIES_WAITING.in(settings),
            Duration.ofSeconds(Setting.SECONDS_WAITING.in(settings)),
            Duration.ofMillis(Setting.MILLISECONDS_OF_SHARE.in(settings)),
            (int) Setting.QUERIES_PER_CLIENT.in(settings),
            (int) Setting.QUERIES_PER_SECOND.in(settings),
            (int) Setting.QUERIES_IN_A_ROW.in(settings)),
        (int) Setting.KILOBYTES_PER_REQUEST.in(settings) << 10,
        (int) Setting.KILOBYTES_OF_HEADERS.in(settings) << 10,
        Setting.MEGABYTES_OF_CACHE.in(settings) << 20,
        TrustedProxies.in(settings.getOrDefault(TrustedProxies.SETTING, "")));
  }

  /** How many requests for queries are under way at once: executed, waiting, read or sent. */
  int underWay() {
    return turns.running() + turns.waiting() + SENDING;
  }

  /** How many answers are on their way at once beside the queries that run and wait. */
  private static final int SENDING = 64;
}
