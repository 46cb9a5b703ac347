package org.w3id.scokg.source.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plain paths compiled into one automaton, which grows while a document is read and stays small: a
 * {@link XmlPathState} is what all paths make of a place in the document. On the way it remembers
 * the names that it met.
 */
final class XmlPathTree {

  /** How many names are remembered, and how many states are kept apart to find them: {@value}. */
  static final int NAMES = 300;

  private final XmlPathNode top = new XmlPathNode(false);
  private final Map<String, String> prefixes = new TreeMap<>();
  private final int namedDepth;
  private final Map<List<XmlPathNode>, XmlPathState> states = new HashMap<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final XmlPathState dead = new XmlPathState(this, List.of(), null, 0);

  /**
   * A tree without paths.
   *
   * @param namespaces the namespaces of prefixes, by which names are written
   * @param namedDepth down to where names are remembered although no path looks there
   */
  XmlPathTree(Map<String, String> namespaces, int namedDepth) {
    new TreeMap<>(namespaces).forEach((prefix, uri) -> prefixes.putIfAbsent(uri, prefix));
    this.namedDepth = namedDepth;
  }

  /** Adds a path, before the first state is asked for. */
  void add(int number, PlainXPath path) {
    top.add(number, path);
  }

  /** The state where all paths start. */
  XmlPathState start() {
    return new XmlPathState(this, List.of(top), "", 0);
  }

  /** The names met so far, as a path has them. */
  Set<String> names() {
    return names;
  }

  /** The state at a child; new where the names are to be told apart. */
  XmlPathState child(XmlPathState from, String namespace, String local) {
    List<XmlPathNode> reached = new ArrayList<>();
    for (XmlPathNode node : from.nodes()) {
      node.step(namespace, local, reached);
    }
    String path = remember(from, "", namespace, local);
    if (reached.isEmpty() && (path == null || from.depth() + 1 >= namedDepth)) {
      return dead;
    }
    return path == null
        ? states.computeIfAbsent(reached, nodes -> new XmlPathState(this, nodes, null, 0))
        : new XmlPathState(this, reached, path, from.depth() + 1);
  }

  /** The paths that take an attribute. */
  int[] attribute(XmlPathState from, String namespace, String local) {
    remember(from, "@", namespace, local);
    return from.nodes().stream()
        .flatMap(node -> node.attributes().stream())
        .filter(attribute -> attribute.name().matches(namespace, local))
        .mapToInt(XmlPathNode.Attribute::path)
        .toArray();
  }

  /** Remembers a name and gives the path to it, or null where there are enough. */
  private @Nullable String remember(
      XmlPathState from, String sign, String namespace, String local) {
    String path = from.path();
    if (path == null || names.size() >= NAMES) {
      return null;
    }
    String name = path + (path.isEmpty() ? "" : "/") + sign + written(namespace, local);
    names.add(name);
    return name;
  }

  private String written(String namespace, String local) {
    if (namespace.isEmpty()) {
      return local;
    }
    String prefix = prefixes.get(namespace);
    return prefix == null ? "*[local-name()='" + local + "']" : prefix + ":" + local;
  }
}
