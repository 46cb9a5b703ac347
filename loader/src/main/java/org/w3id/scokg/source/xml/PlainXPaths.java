package org.w3id.scokg.source.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** References that are plain paths, followed together. */
final class PlainXPaths {

  /** A reference to an attribute of an element around the record. */
  private record Upward(int up, XmlNameTest attribute, int reference) {}

  private final XmlPathTree tree;
  private final List<Upward> upward = new ArrayList<>();

  /** No reference yet; names are written with the prefixes of {@code namespaces}. */
  PlainXPaths(Map<String, String> namespaces) {
    this.tree = new XmlPathTree(namespaces, 1);
  }

  void add(int number, PlainXPath path) {
    XmlNameTest attribute = path.attribute();
    if (path.up() > 0 && attribute != null) {
      upward.add(new Upward(path.up(), attribute, number));
    } else {
      tree.add(number, path);
    }
  }

  /** Whether the elements around records are to be kept. */
  boolean lookUp() {
    return !upward.isEmpty();
  }

  /** Takes the values from around the record that starts now. */
  void takeUpward(XmlAncestors ancestors, XmlValues values) {
    for (Upward path : upward) {
      ancestors.take(path.up, path.attribute, path.reference, values);
    }
  }

  /** Where the references start. */
  XmlPathState start() {
    return tree.start();
  }

  Set<String> names() {
    return tree.names();
  }
}
