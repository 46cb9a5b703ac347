package org.w3id.scokg.link;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.scokg.diagnostic.Location;

/**
 * What the head of a mapping set says.
 *
 * @param slots its slots, without the map of prefixes and the extensions
 * @param prefixes what CURIEs of the set may start with
 * @param extensions the names of further columns that the set defines
 * @param end the index of the first line after the head
 */
record Metadata(Map<String, Slot> slots, Prefixes prefixes, Set<String> extensions, int end) {

  /**
   * A slot of the set.
   *
   * @param location the line on which it starts
   * @param values its values
   */
  record Slot(Location location, List<String> values) {}

  /** The one value of a slot; empty if there is none. */
  String value(String slot) {
    Slot found = slots.get(slot);
    return found == null || found.values().isEmpty() ? "" : found.values().get(0);
  }
}
