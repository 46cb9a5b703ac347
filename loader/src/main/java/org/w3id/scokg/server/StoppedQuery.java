package org.w3id.scokg.server;

import org.w3id.scokg.guard.Bound;

/** What whoever sent a query is told when it came to a bound. */
final class StoppedQuery {

  private StoppedQuery() {}

  static Problem by(Bound bound) {
    String title =
        switch (bound) {
          case TIME -> "The query took too long.";
          case SHARE -> "The server is busy, and the query kept others waiting.";
          case MEMORY -> "The query holds too much at once to sort, group, join or compare it.";
          case HEAP -> "The server's memory is short, and this query has taken the most.";
          case ROWS -> "The answer has too many rows.";
          case BYTES -> "The answer is too long.";
          case TEXT -> "The query makes too long a text or number.";
          case DEPTH -> "The query nests too deeply, or follows too long a path.";
        };
    return Problem.of(503, bound.word(), title, title + " " + cure(bound));
  }

  private static String cure(Bound bound) {
    String setting =
        switch (bound) {
          case TIME -> "arq:queryTimeout";
          case SHARE -> Setting.MILLISECONDS_OF_SHARE.key();
          case MEMORY -> Setting.MEGABYTES_PER_QUERY.key();
          case ROWS -> Setting.ROWS_PER_ANSWER.key();
          case BYTES -> Setting.MEGABYTES_PER_ANSWER.key();
          case TEXT -> Setting.CHARACTERS_PER_TEXT.key();
          case HEAP, DEPTH -> "";
        };
    return setting.isEmpty()
        ? "Ask for less at once."
        : "Ask for less at once; the server's bound is %s.".formatted(setting);
  }
}
