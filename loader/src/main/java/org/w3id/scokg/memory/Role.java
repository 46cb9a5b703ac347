package org.w3id.scokg.memory;

import java.util.Set;

/** What a statement is to a graph. */
public enum Role {
  /** It was stated. */
  ASSERTED(1),
  /** It follows from what was stated. */
  INFERRED(2),
  /** It says what the terms of the graph mean. */
  ONTOLOGY(4),
  /** It is told beside the graph. */
  OTHER(8);

  private final byte bit;

  Role(int bit) {
    this.bit = (byte) bit;
  }

  byte bit() {
    return bit;
  }

  static byte bits(Set<Role> roles) {
    byte bits = 0;
    for (Role role : roles) {
      bits |= role.bit();
    }
    return bits;
  }
}
