package org.w3id.scokg.reconcile;

/** A request that cannot be answered, and why, in one sentence for whoever sent it. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;

  Refusal(int status, String reason) {
    super(reason);
    this.status = status;
  }

  /** A request that is wrong. */
  static Refusal wrong(String reason) {
    return new Refusal(400, reason);
  }

  /** The HTTP status that tells it. */
  int status() {
    return status;
  }
}
