package org.w3id.scokg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/**
 * Which classes and properties a graph uses, and how often (VoID §4.5), so that programs that ask
 * it need not count. A statement that stands in several graphs counts once, as in the union of them
 * that queries see.
 */
final class Partitions {

  /** What is known of a class: its things, and the properties that are stated of these. */
  private static final class Part {
    private long entities;
    private final Map<Node, Long> properties = new LinkedHashMap<>();
  }

  private final Node dataset;
  private final Map<Node, Part> classes = new LinkedHashMap<>();
  private final Map<Node, Long> properties = new LinkedHashMap<>();

  private Partitions(Node dataset) {
    this.dataset = dataset;
  }

  /** Counts a graph, and says what was found as triples about its dataset. */
  static List<Triple> of(KnowledgeGraph graph, Node dataset) {
    Partitions partitions = new Partitions(dataset);
    Map<Node, Set<Node>> types = new HashMap<>();
    eachOnce(graph, triple -> partitions.note(triple, types));
    types.values().forEach(of -> of.forEach(type -> partitions.part(type).entities++));
    eachOnce(graph, triple -> partitions.count(triple, types));
    return partitions.triples();
  }

  /** Few statements are in a graph that is not mapped, so only those are remembered. */
  private static void eachOnce(KnowledgeGraph graph, Consumer<Triple> consumer) {
    graph.assertedTriples().find().forEachRemaining(consumer);
    Set<Triple> others = new LinkedHashSet<>();
    for (Quad quad : graph.quads()) {
      Triple triple = quad.asTriple();
      if (!graph.assertedTriples().contains(triple)) {
        others.add(triple);
      }
    }
    others.forEach(consumer);
  }

  private void note(Triple triple, Map<Node, Set<Node>> types) {
    if (triple.predicateMatches(RDF.Nodes.type) && triple.getObject().isURI()) {
      types
          .computeIfAbsent(triple.getSubject(), s -> new LinkedHashSet<>(4))
          .add(triple.getObject());
    }
  }

  private void count(Triple triple, Map<Node, Set<Node>> types) {
    properties.merge(triple.getPredicate(), 1L, Long::sum);
    for (Node type : types.getOrDefault(triple.getSubject(), Set.of())) {
      part(type).properties.merge(triple.getPredicate(), 1L, Long::sum);
    }
  }

  private Part part(Node type) {
    return classes.computeIfAbsent(type, t -> new Part());
  }

  private List<Triple> triples() {
    List<Triple> triples = new ArrayList<>();
    triples.add(Triple.create(dataset, VOID.classes.asNode(), number(classes.size())));
    triples.add(Triple.create(dataset, VOID.properties.asNode(), number(properties.size())));
    describe(triples, dataset, "property-", properties);
    classes.forEach(
        (type, part) -> {
          Node node = NodeFactory.createURI(dataset.getURI() + "#class-" + digest(type));
          triples.add(Triple.create(dataset, VOID.classPartition.asNode(), node));
          triples.add(Triple.create(node, VOID._class.asNode(), type));
          triples.add(Triple.create(node, VOID.entities.asNode(), number(part.entities)));
          describe(triples, node, "-property-", part.properties);
        });
    return triples;
  }

  private static void describe(
      List<Triple> triples, Node whole, String name, Map<Node, Long> properties) {
    String space = whole.getURI() + (name.startsWith("-") ? "" : "#") + name;
    properties.forEach(
        (property, count) -> {
          Node node = NodeFactory.createURI(space + digest(property));
          triples.add(Triple.create(whole, VOID.propertyPartition.asNode(), node));
          triples.add(Triple.create(node, VOID.property.asNode(), property));
          triples.add(Triple.create(node, VOID.triples.asNode(), number(count)));
        });
  }

  private static Node number(long number) {
    return NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger);
  }

  /** A name for a partition, which stays the same as long as its class or property does. */
  private static String digest(Node term) {
    return DigestUtils.sha256Hex(term.getURI()).substring(0, 12);
  }
}
