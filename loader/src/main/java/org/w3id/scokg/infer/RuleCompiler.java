package org.w3id.scokg.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;

/**
 * Compiles the axioms of an ontology into {@link Rules}.
 *
 * <p>A rule concludes the lowest classes only, from which the others follow in turn: a class that
 * is known already thus costs one question, however high the hierarchy above it.
 */
final class RuleCompiler {

  private static final Set<Node> TRIVIAL =
      Set.of(OWL2.topObjectProperty.asNode(), OWL2.topDataProperty.asNode());

  private final Axioms axioms;
  private final ClassHierarchy classes;
  private final Hierarchy<Link> properties = new Hierarchy<>();
  private final Map<Node, List<Rule>> byProperty = new HashMap<>();
  private final Map<Node, List<Rule>> byClass = new HashMap<>();

  private RuleCompiler(Graph ontology) {
    axioms = new Axioms(ontology);
    classes = ClassHierarchy.of(axioms);
  }

  static Rules compile(Graph ontology) {
    RuleCompiler compiler = new RuleCompiler(ontology);
    compiler.readPropertyHierarchy();
    compiler.compileHierarchies();
    compiler.compileDomainsAndRanges();
    compiler.compileChains();
    compiler.compileRestrictions();
    compiler.compileIntersections();
    return compiler.rules();
  }

  private Rules rules() {
    return new Rules(Map.copyOf(byProperty), Map.copyOf(byClass), classes.expressions());
  }

  private void readPropertyHierarchy() {
    for (Triple sub : axioms.with(RDFS.Nodes.subPropertyOf)) {
      implies(axioms.link(sub.getSubject()), axioms.link(sub.getObject()));
    }
    for (Triple same : axioms.with(OWL2.equivalentProperty.asNode())) {
      implies(axioms.link(same.getSubject()), axioms.link(same.getObject()));
      implies(axioms.link(same.getObject()), axioms.link(same.getSubject()));
    }
    for (Triple inverse : axioms.with(OWL2.inverseOf.asNode())) {
      if (inverse.getSubject().isURI()) {
        Link reversed = axioms.link(inverse.getObject()).reversed();
        implies(Link.of(inverse.getSubject()), reversed);
        implies(reversed, Link.of(inverse.getSubject()));
      }
    }
    for (Node symmetric : axioms.ofType(OWL2.SymmetricProperty.asNode())) {
      implies(Link.of(symmetric), Link.of(symmetric).reversed());
    }
  }

  private void implies(Link lower, Link upper) {
    properties.add(lower, upper);
    properties.add(lower.reversed(), upper.reversed());
  }

  private void compileHierarchies() {
    for (Node lower : classes.lowers()) {
      List<Node> uppers = classes.strictlyUpwards(lower);
      onClass(lower, new Rule.Superclasses(uppers), uppers);
    }
    for (Link lower : properties.lowers()) {
      List<Link> uppers =
          properties.above(lower).stream()
              .filter(l -> l.property().isURI() && !TRIVIAL.contains(l.property()))
              .toList();
      if (!lower.inverse()) {
        onProperty(lower.property(), new Rule.Implied(uppers), uppers);
      }
    }
  }

  private void compileDomainsAndRanges() {
    for (Triple domain : axioms.with(RDFS.Nodes.domain)) {
      start(axioms.link(domain.getSubject()), classes.upwards(domain.getObject()));
    }
    for (Triple range : axioms.with(RDFS.Nodes.range)) {
      start(axioms.link(range.getSubject()).reversed(), classes.upwards(range.getObject()));
    }
  }

  private void start(Link link, List<Node> types) {
    onProperty(link.property(), new Rule.Start(link, types), types);
  }

  private void compileChains() {
    for (Triple axiom : axioms.with(OWL2.propertyChainAxiom.asNode())) {
      List<Link> links = axioms.list(axiom.getObject()).stream().map(axioms::link).toList();
      chain(links, axioms.link(axiom.getSubject()));
    }
    for (Node transitive : axioms.ofType(OWL2.TransitiveProperty.asNode())) {
      Link link = Link.of(transitive);
      chain(List.of(link, link), link);
    }
  }

  private void chain(List<Link> links, Link conclusion) {
    IntStream.range(0, links.size())
        .mapToObj(position -> new Chain(links, position, conclusion))
        .forEach(chain -> onProperty(links.get(chain.position()).property(), chain, links));
  }

  private void compileRestrictions() {
    for (Triple axiom : axioms.with(OWL2.onProperty.asNode())) {
      Node restriction = axiom.getSubject();
      Link link = axioms.link(axiom.getObject());
      value(restriction, OWL2.hasSelf).ifPresent(yes -> self(restriction, link));
      value(restriction, OWL2.hasValue).ifPresent(v -> value(restriction, link, v));
      value(restriction, OWL2.someValuesFrom).ifPresent(f -> some(restriction, link, f));
      value(restriction, OWL2.allValuesFrom).ifPresent(f -> all(restriction, link, f));
    }
  }

  private Optional<Node> value(Node restriction, Resource kind) {
    return axioms.value(restriction, kind.asNode());
  }

  private void self(Node restriction, Link link) {
    List<Node> types = classes.upwards(restriction);
    onProperty(link.property(), new Rule.LinkedToSelf(types), types);
    onClass(restriction, new Rule.LinkToSelf(link), List.of(link));
  }

  private void value(Node restriction, Link link, Node value) {
    List<Node> types = classes.upwards(restriction);
    onProperty(link.property(), new Rule.LinkedToValue(link, value, types), types);
    onClass(restriction, new Rule.LinkToValue(link, value), List.of(link));
  }

  private void some(Node restriction, Link link, Node filler) {
    List<Node> types = classes.upwards(restriction);
    if (classes.isTrivial(filler)) {
      start(link, types);
    } else {
      onProperty(link.property(), new Rule.LinkedToSome(link, filler, types), types);
      onClass(filler, new Rule.SomeLinkedTo(link, types), types);
    }
  }

  private void all(Node restriction, Link link, Node filler) {
    List<Node> types = classes.upwards(filler);
    onProperty(link.property(), new Rule.LinkFromAll(link, restriction, types), types);
    onClass(restriction, new Rule.AllLinkedFrom(link, types), types);
  }

  private void compileIntersections() {
    for (Triple axiom : axioms.with(OWL2.intersectionOf.asNode())) {
      List<Node> parts = axioms.list(axiom.getObject());
      List<Node> types = classes.upwards(axiom.getSubject());
      parts.forEach(part -> onClass(part, new Rule.AllParts(parts, types), types));
    }
  }

  private void onProperty(Node property, Rule rule, List<?> conclusions) {
    add(byProperty, property, rule, conclusions);
  }

  private void onClass(Node type, Rule rule, List<?> conclusions) {
    add(byClass, type, rule, conclusions);
  }

  /** A rule that concludes nothing is not worth waking. */
  private static void add(Map<Node, List<Rule>> rules, Node key, Rule rule, List<?> conclusions) {
    if (!conclusions.isEmpty()) {
      rules.computeIfAbsent(key, k -> new ArrayList<>()).add(rule);
    }
  }
}
