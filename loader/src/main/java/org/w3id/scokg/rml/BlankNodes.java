package org.w3id.scokg.rml;

import java.util.HashMap;
import java.util.Map;

/** Names blank nodes: the same name is the same node, in one run of a mapping. */
final class BlankNodes {

  private final Map<TermMap, String> prefixes = new HashMap<>();

  /** What the names of the nodes start with that a term map without a value makes, one a record. */
  String prefix(TermMap map) {
    return prefixes.computeIfAbsent(map, m -> "n" + prefixes.size() + "r");
  }

  /** A label that stands for one value only: what may not be in a label is spelt out. */
  static String label(String value) {
    StringBuilder label = new StringBuilder(value.length() + 1).append('b');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 128 && Character.isLetterOrDigit(c) && c != 'Z') {
        label.append(c);
      } else {
        label.append('Z').append(Integer.toHexString(c)).append('Z');
      }
    }
    return label.toString();
  }
}
