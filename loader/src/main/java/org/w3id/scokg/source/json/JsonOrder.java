package org.w3id.scokg.source.json;

import org.jspecify.annotations.Nullable;

/**
 * The order in which the members of the last object came, and where they lead. Objects of a source
 * mostly have the same members in the same order, and the parser gives the same string for the same
 * name, so that a look at its place most often saves to look the name up.
 */
final class JsonOrder {

  private static final int PLACES = 64;

  private final @Nullable String[] names = new @Nullable String[PLACES];
  private final @Nullable JsonKeys[] keys = new @Nullable JsonKeys[PLACES];

  /** Whether this very string stood at the position before. */
  @SuppressWarnings("ReferenceEquality") // An equal string that is another is looked up again.
  boolean has(String name, int position) {
    return position < PLACES && names[position] == name;
  }

  /** Where the member at the position leads, or {@code null} if it is not asked for. */
  @Nullable JsonKeys keys(int position) {
    return keys[position];
  }

  void put(String name, int position, @Nullable JsonKeys leadsTo) {
    if (position < PLACES) {
      names[position] = name;
      keys[position] = leadsTo;
    }
  }
}
