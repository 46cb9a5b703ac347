package org.w3id.scokg.source.xml;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the paths of a {@link XmlPathTree} make of an element: which of them end there or go on. */
final class XmlPathState {

  /** In how many elements the names of attributes are learnt. */
  private static final int SEEN_FOR_NAMES = 100;

  private final XmlPathTree tree;
  private final List<XmlPathNode> nodes;
  private final @Nullable String path;
  private final int depth;
  private final int[] elements;
  private final int[] texts;
  private final boolean takesAttributes;
  private final boolean goesOn;
  private int seen;
  private final XmlNameEdges<XmlPathState> children = new XmlNameEdges<>();
  private final XmlNameEdges<int[]> attributes = new XmlNameEdges<>();

  XmlPathState(XmlPathTree tree, List<XmlPathNode> nodes, @Nullable String path, int depth) {
    this.tree = tree;
    this.nodes = List.copyOf(nodes);
    this.path = path;
    this.depth = depth;
    this.elements = nodes.stream().flatMapToInt(n -> ints(n.elements())).toArray();
    this.texts = nodes.stream().flatMapToInt(n -> ints(n.texts())).toArray();
    this.goesOn = nodes.stream().anyMatch(XmlPathNode::goesOn);
    this.takesAttributes = nodes.stream().anyMatch(n -> !n.attributes().isEmpty());
  }

  private static IntStream ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue);
  }

  /** The state at a child. */
  XmlPathState child(String namespace, String local) {
    if (isDead()) {
      return this;
    }
    XmlPathState known = children.get(namespace, local);
    if (known != null) {
      return known;
    }
    XmlPathState child = tree.child(this, namespace, local);
    children.put(namespace, local, child);
    return child;
  }

  /** The paths that take an attribute of the element. */
  int[] attribute(String namespace, String local) {
    int[] known = attributes.get(namespace, local);
    if (known != null) {
      return known;
    }
    int[] paths = tree.attribute(this, namespace, local);
    attributes.put(namespace, local, paths);
    return paths;
  }

  /** The paths that take the element. */
  int[] elements() {
    return elements;
  }

  /** The paths that take its text. */
  int[] texts() {
    return texts;
  }

  /** Whether to look at the attributes of an element here: a path takes one, or few were seen. */
  boolean wantsAttributes() {
    return takesAttributes
        || (path != null && !nodes.isEmpty() && seen < SEEN_FOR_NAMES && seen++ >= 0);
  }

  /** Whether paths go on below it. */
  boolean goesOn() {
    return goesOn;
  }

  /** Whether nothing below is of interest. */
  boolean isDead() {
    return nodes.isEmpty() && path == null;
  }

  List<XmlPathNode> nodes() {
    return nodes;
  }

  /** The names on the way here, or null where they are not known. */
  @Nullable String path() {
    return path;
  }

  int depth() {
    return depth;
  }
}
