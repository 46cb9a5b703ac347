package org.w3id.scokg.infer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A relation "is below", read through all its steps; cycles are allowed. */
final class Hierarchy<T> {

  private final Map<T, Set<T>> parents = new LinkedHashMap<>();

  /** States that {@code lower} is directly below {@code upper}. */
  void add(T lower, T upper) {
    parents.computeIfAbsent(lower, key -> new LinkedHashSet<>()).add(upper);
  }

  /** All that have something above them. */
  Set<T> lowers() {
    return parents.keySet();
  }

  /** All that is above {@code lower}, never itself, nearest first. */
  Set<T> above(T lower) {
    Set<T> above = new LinkedHashSet<>();
    Deque<T> open = new ArrayDeque<>();
    open.add(lower);
    while (!open.isEmpty()) {
      for (T upper : parents.getOrDefault(open.remove(), Set.of())) {
        if (!upper.equals(lower) && above.add(upper)) {
          open.add(upper);
        }
      }
    }
    return above;
  }
}
