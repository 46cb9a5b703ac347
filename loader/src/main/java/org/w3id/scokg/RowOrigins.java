package org.w3id.scokg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.memory.Terms;
import org.w3id.scokg.rml.Mapping;
import org.w3id.scokg.validate.Origins;

/**
 * Finds the rows that statements were made from by mapping everything once more. A sound build
 * never asks, so it does not pay for remembering.
 */
final class RowOrigins implements Origins {

  private final Mapping mapping;
  private final Terms terms;
  private final Map<Node, List<Location>> named = new HashMap<>();
  private @Nullable Map<Node, List<Made>> bySubject;
  private @Nullable List<Made> all;

  /**
   * Origins of what a mapping makes.
   *
   * @param terms the terms of what it has made, which need not be held twice
   */
  RowOrigins(Mapping mapping, Terms terms) {
    this.mapping = mapping;
    this.terms = terms;
    mapping
        .termsNamed()
        .forEach((term, places) -> named.put(NodeFactory.createURI(term.stringValue()), places));
  }

  @Override
  public List<Location> of(Node graph, Node subject, Node predicate, Node object) {
    boolean anywhere = !graph.isConcrete() && !subject.isConcrete();
    if (anywhere && !object.isConcrete() && named.containsKey(predicate)) {
      return named.getOrDefault(predicate, List.of());
    }
    if (anywhere && predicate.equals(RDF.Nodes.type) && named.containsKey(object)) {
      return named.getOrDefault(object, List.of());
    }
    return candidates(subject).stream()
        .filter(made -> matches(made.quad, graph, subject, predicate, object))
        .map(Made::row)
        .distinct()
        .toList();
  }

  private static boolean matches(Quad quad, Node graph, Node subject, Node predicate, Node object) {
    return fits(graph, quad.getGraph())
        && fits(subject, quad.getSubject())
        && fits(predicate, quad.getPredicate())
        && fits(object, quad.getObject());
  }

  private static boolean fits(Node pattern, Node term) {
    return !pattern.isConcrete() || pattern.equals(term);
  }

  private List<Made> candidates(Node subject) {
    if (all == null || bySubject == null) {
      all = remember();
      bySubject = new HashMap<>();
      for (Made made : all) {
        bySubject.computeIfAbsent(made.quad.getSubject(), s -> new ArrayList<>(3)).add(made);
      }
    }
    return subject.isConcrete() ? bySubject.getOrDefault(subject, List.of()) : all;
  }

  private List<Made> remember() {
    List<Made> made = new ArrayList<>();
    List<Location> current = new ArrayList<>(List.of(Location.of("")));
    mapping.run(
        new QuadSink(quad -> made.add(new Made(kept(quad), current.get(0)))),
        (table, line) -> current.set(0, Location.of(table, line)),
        new Diagnostics());
    return made;
  }

  private Quad kept(Quad quad) {
    return Quad.create(
        terms.kept(quad.getGraph()),
        terms.kept(quad.getSubject()),
        terms.kept(quad.getPredicate()),
        terms.kept(quad.getObject()));
  }

  /** A statement and the row it was made from. */
  private record Made(Quad quad, Location row) {}
}
