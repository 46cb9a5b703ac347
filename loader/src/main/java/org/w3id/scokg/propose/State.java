package org.w3id.scokg.propose;

import java.util.Locale;

/** What has become of a proposal. */
public enum State {
  /** Nobody has decided yet. */
  OPEN,
  /** It was published as a link. */
  ACCEPTED,
  /** It was published as a match that does not hold. */
  REFUSED;

  /** The word for it in files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
