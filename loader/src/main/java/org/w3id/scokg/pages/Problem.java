package org.w3id.scokg.pages;

import java.util.List;

/** A request that cannot be answered, and why, in one sentence for whoever sent it. */
final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final transient List<Way> ways;

  /** Somewhere else that one may have meant, as a path, and what is there. */
  record Way(String path, String label) {}

  Problem(int status, String reason) {
    this(status, reason, List.of());
  }

  Problem(int status, String reason, List<Way> ways) {
    super(reason);
    this.status = status;
    this.ways = List.copyOf(ways);
  }

  /** The HTTP status that tells it. */
  int status() {
    return status;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  /** Where to go on. */
  List<Way> ways() {
    return ways;
  }
}
