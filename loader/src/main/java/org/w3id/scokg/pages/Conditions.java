package org.w3id.scokg.pages;

import org.jspecify.annotations.Nullable;

/** Whether a client has already what it asks for (RFC 9110 §13.1.2). */
final class Conditions {

  private Conditions() {}

  /**
   * Whether a tag is among those that a client has.
   *
   * @param header {@code If-None-Match}; {@code null} without one
   */
  static boolean isKnown(@Nullable String header, String etag) {
    if (header == null) {
      return false;
    }
    if (header.strip().equals("*")) {
      return true;
    }
    for (String tag : header.split(",", -1)) {
      if (opaque(tag.strip()).equals(opaque(etag))) {
        return true;
      }
    }
    return false;
  }

  /** Weak tags are compared without their mark. */
  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
