package org.w3id.scokg.infer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/**
 * Traces inferred triples back to asserted ones. Not thread-safe.
 *
 * <p>Costs as much as the inference itself and more memory, but nothing before the first question.
 */
public final class Explanation {

  private final Graph asserted;
  private final Supplier<Map<Triple, List<Triple>>> run;
  private @Nullable Map<Triple, List<Triple>> derivations;

  Explanation(Graph asserted, Supplier<Map<Triple, List<Triple>>> run) {
    this.asserted = asserted;
    this.run = run;
  }

  /**
   * The asserted triples from which one derivation of {@code triple} starts.
   *
   * @return the triple itself if it is asserted; nothing if it does not follow
   */
  public List<Triple> premises(Triple triple) {
    Set<Triple> seen = new LinkedHashSet<>();
    Set<Triple> premises = new LinkedHashSet<>();
    Deque<Triple> open = new ArrayDeque<>();
    open.add(triple);
    while (!open.isEmpty()) {
      Triple next = open.remove();
      if (asserted.contains(next)) {
        premises.add(next);
      } else if (seen.add(next)) {
        open.addAll(derivations().getOrDefault(next, List.of()));
      }
    }
    return List.copyOf(premises);
  }

  private Map<Triple, List<Triple>> derivations() {
    Map<Triple, List<Triple>> known = derivations;
    if (known == null) {
      known = run.get();
      derivations = known;
    }
    return known;
  }
}
