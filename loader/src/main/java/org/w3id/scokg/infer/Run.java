package org.w3id.scokg.infer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/** Applies rules to one graph until nothing new follows: a worklist, semi-naive. */
final class Run {

  private final Rules rules;
  private final Graph asserted;
  private final Graph inferred = new GraphMem2Fast();
  private final Deque<Triple> agenda = new ArrayDeque<>();
  private final @Nullable Map<Triple, List<Triple>> premises;
  private boolean readingAsserted = true;

  private Run(Rules rules, Graph asserted, boolean remember) {
    this.rules = rules;
    this.asserted = asserted;
    this.premises = remember ? new HashMap<>() : null;
    this.asserted.find().forEach(this::fire);
    readingAsserted = false;
    while (!agenda.isEmpty()) {
      fire(agenda.remove());
    }
  }

  /** All that follows from {@code asserted} and is not in it. */
  static Graph inferred(Rules rules, Graph asserted) {
    Graph inferred = new Run(rules, asserted, false).inferred;
    // Class expressions were needed as stepping stones only.
    rules.expressions().forEach(e -> inferred.remove(Node.ANY, RDF.Nodes.type, e));
    return inferred;
  }

  /** For each triple that follows, the premises of its first derivation. */
  static Map<Triple, List<Triple>> premises(Rules rules, Graph asserted) {
    Map<Triple, List<Triple>> premises = new Run(rules, asserted, true).premises;
    return premises == null ? Map.of() : premises;
  }

  private void fire(Triple triple) {
    for (Rule rule : rules.wokenBy(triple)) {
      rule.fire(triple, this);
    }
  }

  /** Whether the asserted triples are still being read, and the derived ones wait. */
  boolean isReadingAsserted() {
    return readingAsserted;
  }

  boolean knows(Triple triple) {
    return asserted.contains(triple) || inferred.contains(triple);
  }

  /** All links that start at {@code from}; a list, since what is derived meanwhile is added. */
  List<Triple> links(Link link, Node from) {
    Node subject = link.inverse() ? Node.ANY : from;
    Node object = link.inverse() ? from : Node.ANY;
    List<Triple> found = new ArrayList<>();
    addAll(found, asserted.find(subject, link.property(), object));
    addAll(found, inferred.find(subject, link.property(), object));
    return found;
  }

  private static void addAll(List<Triple> list, Iterator<Triple> triples) {
    triples.forEachRemaining(list::add);
  }

  void derive(Link link, Node from, Node to, Triple... because) {
    Node subject = link.inverse() ? to : from;
    if (!subject.isLiteral()) {
      derive(Triple.create(subject, link.property(), link.inverse() ? from : to), because);
    }
  }

  void deriveTypes(Node instance, List<Node> classes, Triple... because) {
    if (!instance.isLiteral()) {
      for (Node type : classes) {
        derive(Triple.create(instance, RDF.Nodes.type, type), because);
      }
    }
  }

  private void derive(Triple conclusion, Triple... because) {
    if (asserted.contains(conclusion)) {
      return;
    }
    // The size tells whether it was new, which saves looking it up before.
    int size = inferred.size();
    inferred.add(conclusion);
    if (inferred.size() > size) {
      agenda.add(conclusion);
      if (premises != null) {
        premises.put(conclusion, List.of(because));
      }
    }
  }
}
