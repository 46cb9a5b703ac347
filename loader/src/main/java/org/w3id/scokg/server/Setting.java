package org.w3id.scokg.server;

import java.util.Map;
import java.util.Optional;

/** A number that a configuration can set, with what holds where it does not. */
enum Setting {
  /** The megabytes that a query may hold while it sorts, groups, joins or compares. */
  MEGABYTES_PER_QUERY(
      "scokg:megabytesPerQuery", 1, 1_000_000, Setting.heapMegabytes() / 2 / Setting.atOnce()),
  /** The rows of an answer, or its statements. */
  ROWS_PER_ANSWER("scokg:rowsPerAnswer", 1, Integer.MAX_VALUE, 1_000_000),
  /** The megabytes of an answer. */
  MEGABYTES_PER_ANSWER("scokg:megabytesPerAnswer", 1, 100_000, 64),
  /** The characters of a text that a query makes. */
  CHARACTERS_PER_TEXT("scokg:charactersPerText", 1_000, 100_000_000, 1_000_000),
  /** The queries that are executed at once. */
  QUERIES_AT_ONCE("scokg:queriesAtOnce", 1, 10_000, Setting.atOnce()),
  /** The queries that wait for their turn. */
  QUERIES_WAITING("scokg:queriesWaiting", 0, 10_000, 64),
  /** How long a query waits for its turn, in seconds. */
  SECONDS_WAITING("scokg:secondsWaiting", 0, 3_600, 10),
  /** How long a query may run while others wait for it to end, in milliseconds. */
  MILLISECONDS_OF_SHARE("scokg:millisecondsOfShare", 1, 3_600_000, 1_000),
  /** The queries of one client that are under way at once. */
  QUERIES_PER_CLIENT("scokg:queriesPerClient", 1, 10_000, 8),
  /** The queries of one client that are begun in a second, in the long run. */
  QUERIES_PER_SECOND("scokg:queriesPerSecond", 1, 1_000_000, 20),
  /** The queries that a client may begin in a row after a pause. */
  QUERIES_IN_A_ROW("scokg:queriesInARow", 1, 1_000_000, 200),
  /** The kilobytes of a request's body. */
  KILOBYTES_PER_REQUEST("scokg:kilobytesPerRequest", 1, 1_000_000, 1_024),
  /** The kilobytes of a request's address and headers. */
  KILOBYTES_OF_HEADERS("scokg:kilobytesOfHeaders", 1, 1_024, 64),
  /** The megabytes of answers that are kept, to be given again. */
  MEGABYTES_OF_CACHE(
      "scokg:megabytesOfCache", 0, 100_000, Math.max(1, Setting.heapMegabytes() / 16));

  private final String key;
  private final long least;
  private final long most;
  private final long otherwise;

  Setting(String key, long least, long most, long otherwise) {
    this.key = key;
    this.least = least;
    this.most = most;
    this.otherwise = otherwise;
  }

  /** The name in the configuration. */
  String key() {
    return key;
  }

  long least() {
    return least;
  }

  long most() {
    return most;
  }

  /** The setting of a name. */
  static Optional<Setting> named(String name) {
    for (Setting setting : values()) {
      if (setting.key.equals(name)) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }

  /** Whether it can have this value. */
  boolean takes(String value) {
    return value.matches("\\d{1,12}")
        && Long.parseLong(value) >= least
        && Long.parseLong(value) <= most;
  }

  /** Its value among those set, which have been checked. */
  long in(Map<String, String> settings) {
    String value = settings.get(key);
    return value == null ? Math.max(least, otherwise) : Long.parseLong(value);
  }

  private static long heapMegabytes() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }

  private static long atOnce() {
    return Math.max(2, Runtime.getRuntime().availableProcessors());
  }
}
