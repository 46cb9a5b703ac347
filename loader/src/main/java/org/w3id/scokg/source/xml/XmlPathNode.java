package org.w3id.scokg.source.xml;

import java.util.ArrayList;
import java.util.List;
import org.w3id.scokg.source.xml.PlainXPath.Step;

/**
 * A place in the tree that plain paths make together, each step a branch. What paths take there is
 * kept by their numbers.
 */
final class XmlPathNode {

  /** A branch to the node below. */
  record Branch(XmlNameTest name, XmlPathNode below) {}

  /** An attribute that a path takes. */
  record Attribute(XmlNameTest name, int path) {}

  private final boolean anyDepth;
  private final List<Branch> branches = new ArrayList<>();
  private final List<Integer> elements = new ArrayList<>();
  private final List<Integer> texts = new ArrayList<>();
  private final List<Attribute> attributes = new ArrayList<>();

  /** A place; at {@code anyDepth} it is also each element below. */
  XmlPathNode(boolean anyDepth) {
    this.anyDepth = anyDepth;
  }

  /** Adds a path that starts here. */
  void add(int number, PlainXPath path) {
    XmlPathNode end = this;
    for (Step step : path.steps()) {
      end = end.branch(step);
    }
    XmlNameTest attribute = path.attribute();
    if (attribute != null) {
      end.attributes.add(new Attribute(attribute, number));
    } else {
      (path.target() == PlainXPath.Target.TEXT ? end.texts : end.elements).add(number);
    }
  }

  private XmlPathNode branch(Step step) {
    XmlPathNode from = step.anyDepth() ? anyDepth() : this;
    for (Branch branch : from.branches) {
      if (branch.name.equals(step.name())) {
        return branch.below;
      }
    }
    XmlPathNode below = new XmlPathNode(false);
    from.branches.add(new Branch(step.name(), below));
    return below;
  }

  /** The node that stands for this place and all below it. */
  private XmlPathNode anyDepth() {
    for (Branch branch : branches) {
      if (branch.below.anyDepth) {
        return branch.below;
      }
    }
    XmlPathNode all = new XmlPathNode(true);
    branches.add(new Branch(new XmlNameTest(null, null), all));
    return all;
  }

  /** Adds the nodes where a child of this name is. */
  void step(String namespace, String local, List<XmlPathNode> reached) {
    if (anyDepth) {
      add(this, reached);
    }
    for (Branch branch : branches) {
      if (branch.name.matches(namespace, local)) {
        add(branch.below, reached);
      }
    }
    // From here as from below: // is this place too.
    for (Branch branch : branches) {
      if (branch.below.anyDepth) {
        branch.below.step(namespace, local, reached);
      }
    }
  }

  private static void add(XmlPathNode node, List<XmlPathNode> reached) {
    if (!reached.contains(node)) {
      reached.add(node);
    }
  }

  /** Whether paths go on below it. */
  boolean goesOn() {
    return anyDepth || !branches.isEmpty();
  }

  List<Integer> elements() {
    return elements;
  }

  List<Integer> texts() {
    return texts;
  }

  List<Attribute> attributes() {
    return attributes;
  }
}
