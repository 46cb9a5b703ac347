package org.w3id.scokg.reconcile;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which classes follow from which.
 *
 * @param superclasses the direct superclasses of a class
 */
record Subclasses(Function<String, ? extends Collection<String>> superclasses) {

  /** What of some classes follows from no other of them, in order. */
  List<String> mostSpecific(Set<String> classes) {
    Set<String> implied = new HashSet<>();
    Deque<String> left = new ArrayDeque<>(classes);
    while (!left.isEmpty()) {
      for (String superclass : superclasses.apply(left.pop())) {
        if (implied.add(superclass)) {
          left.push(superclass);
        }
      }
    }
    // Two classes that imply each other would both be left out.
    List<String> specific =
        classes.stream().filter(type -> !implied.contains(type)).sorted().toList();
    return specific.isEmpty() ? classes.stream().sorted().toList() : specific;
  }
}
