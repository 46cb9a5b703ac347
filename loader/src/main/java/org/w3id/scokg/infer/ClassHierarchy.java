package org.w3id.scokg.infer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;

/** Which classes, named or not, are below which. */
final class ClassHierarchy {

  private static final Set<Node> TRIVIAL = Set.of(OWL2.Thing.asNode(), RDFS.Nodes.Resource);

  private final Axioms axioms;
  private final Hierarchy<Node> below = new Hierarchy<>();
  private final Set<Node> premises = new LinkedHashSet<>();

  private ClassHierarchy(Axioms axioms) {
    this.axioms = axioms;
  }

  static ClassHierarchy of(Axioms axioms) {
    ClassHierarchy hierarchy = new ClassHierarchy(axioms);
    hierarchy.readAxioms();
    hierarchy.findPremises();
    return hierarchy;
  }

  /** The classes that have others above them. */
  Set<Node> lowers() {
    return below.lowers();
  }

  /** The unnamed classes that occur in premises. */
  Set<Node> expressions() {
    Set<Node> expressions = new LinkedHashSet<>(premises);
    expressions.removeIf(Node::isURI);
    return expressions;
  }

  /** Whether everything is an instance of the class anyway. */
  boolean isTrivial(Node type) {
    return TRIVIAL.contains(type);
  }

  private void readAxioms() {
    axioms.with(RDFS.Nodes.subClassOf).forEach(t -> below.add(t.getSubject(), t.getObject()));
    for (Triple same : axioms.with(OWL2.equivalentClass.asNode())) {
      below.add(same.getSubject(), same.getObject());
      below.add(same.getObject(), same.getSubject());
    }
    for (Triple whole : axioms.with(OWL2.intersectionOf.asNode())) {
      axioms.list(whole.getObject()).forEach(part -> below.add(whole.getSubject(), part));
    }
    List<Triple> unions =
        Stream.of(OWL2.unionOf, OWL2.disjointUnionOf)
            .flatMap(union -> axioms.with(union.asNode()).stream())
            .toList();
    for (Triple union : unions) {
      axioms.list(union.getObject()).forEach(part -> below.add(part, union.getSubject()));
    }
    unions.forEach(union -> readUnion(union.getSubject(), axioms.list(union.getObject())));
  }

  /** A union is below whatever all its parts are below: OWL RL leaves this out, domains need it. */
  private void readUnion(Node union, List<Node> parts) {
    parts.stream()
        .map(this::withAbove)
        .reduce(
            (left, right) -> {
              left.retainAll(right);
              return left;
            })
        .ifPresent(common -> common.forEach(upper -> below.add(union, upper)));
  }

  private Set<Node> withAbove(Node lowest) {
    Set<Node> all = new LinkedHashSet<>();
    all.add(lowest);
    all.addAll(below.above(lowest));
    return all;
  }

  /** Unnamed classes are worth a thought only where a rule waits for their instances. */
  private void findPremises() {
    for (Resource filler : List.of(OWL2.someValuesFrom, OWL2.intersectionOf)) {
      for (Triple axiom : axioms.with(filler.asNode())) {
        boolean list = filler.equals(OWL2.intersectionOf);
        premises.addAll(list ? axioms.list(axiom.getObject()) : List.of(axiom.getObject()));
      }
    }
    for (Resource made : List.of(OWL2.allValuesFrom, OWL2.hasValue, OWL2.hasSelf)) {
      axioms.with(made.asNode()).forEach(axiom -> premises.add(axiom.getSubject()));
    }
  }

  /**
   * The lowest classes worth naming whose instance one is by being an instance of {@code lowest}:
   * itself, unless it is trivial. What is above them follows from them.
   */
  List<Node> upwards(Node lowest) {
    return lowestOf(withAbove(lowest).stream().filter(this::isWorthNaming).toList());
  }

  /** The equivalents of a class, and the lowest of those that are truly above it. */
  List<Node> strictlyUpwards(Node lower) {
    List<Node> uppers =
        new ArrayList<>(below.above(lower).stream().filter(this::isWorthNaming).toList());
    List<Node> equivalents =
        uppers.stream().filter(upper -> below.above(upper).contains(lower)).toList();
    uppers.removeAll(equivalents);
    return Stream.concat(equivalents.stream(), lowestOf(uppers).stream()).toList();
  }

  private boolean isWorthNaming(Node type) {
    return type.isURI() ? !isTrivial(type) : premises.contains(type);
  }

  private List<Node> lowestOf(List<Node> types) {
    return types.stream()
        .filter(upper -> types.stream().noneMatch(lower -> isStrictlyBelow(lower, upper)))
        .toList();
  }

  private boolean isStrictlyBelow(Node lower, Node upper) {
    return below.above(lower).contains(upper) && !below.above(upper).contains(lower);
  }
}
