package org.w3id.scokg.source.xml;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found for names before. Documents repeat themselves, so the name that followed the last
 * time is looked at first.
 */
final class XmlNameEdges<T> {

  /** A document may have any number of names; those beyond this many are found anew each time. */
  private static final int LIMIT = 1000;

  /** Names that differ by their namespace alone are chained. */
  private static final class Edge<T> {
    private final String namespace;
    private final String local;
    private final T target;
    private final @Nullable Edge<T> other;
    private @Nullable Edge<T> follower;

    Edge(String namespace, String local, T target, @Nullable Edge<T> other) {
      this.namespace = namespace;
      this.local = local;
      this.target = target;
      this.other = other;
    }

    boolean isOf(String otherNamespace, String otherLocal) {
      return local.equals(otherLocal) && namespace.equals(otherNamespace);
    }
  }

  private final Map<String, Edge<T>> edges = new HashMap<>();
  private @Nullable Edge<T> last;

  /** What was remembered for a name, or null. */
  @Nullable T get(String namespace, String local) {
    Edge<T> guess = last == null ? null : last.follower;
    if (guess != null && guess.isOf(namespace, local)) {
      last = guess;
      return guess.target;
    }
    Edge<T> edge = edges.get(local);
    while (edge != null && !edge.isOf(namespace, local)) {
      edge = edge.other;
    }
    if (edge == null) {
      return null;
    }
    follow(edge);
    return edge.target;
  }

  /** Remembers what was found for a name. */
  void put(String namespace, String local, T target) {
    if (edges.size() < LIMIT) {
      Edge<T> edge = new Edge<>(namespace, local, target, edges.get(local));
      edges.put(local, edge);
      follow(edge);
    }
  }

  private void follow(Edge<T> edge) {
    if (last != null) {
      last.follower = edge;
    }
    last = edge;
  }
}
