package org.w3id.scokg.store;

/** There are more terms than numbers for them. */
final class TooManyTermsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TooManyTermsException() {
    super("there are more than 2 147 483 647 different terms");
  }
}
