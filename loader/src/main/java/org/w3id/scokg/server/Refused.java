package org.w3id.scokg.server;

/** A request is not taken on. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;
  private final int retryAfter;

  /** A request that will never be taken on as it is. */
  Refused(Problem problem) {
    this(problem, 0);
  }

  /** A request that may be taken on after so many seconds. */
  Refused(Problem problem, int retryAfter) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  Problem problem() {
    return problem;
  }

  /** When to ask again, in seconds; 0 if that is of no use. */
  int retryAfter() {
    return retryAfter;
  }
}
