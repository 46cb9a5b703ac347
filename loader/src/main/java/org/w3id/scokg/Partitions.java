package org.w3id.scokg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
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

  /**
   * The things of the same classes, counted together: there are few such kinds, and of things
   * millions.
   */
  private static final class Kind {
    private final List<Node> types;
    private final Map<Node, Kind> withOneMore = new LinkedHashMap<>();
    private final Map<Node, Tally> properties = new LinkedHashMap<>();
    private long entities;

    Kind(List<Node> types) {
      this.types = types;
    }

    Kind with(Node type) {
      return types.contains(type) ? this : withOneMore.computeIfAbsent(type, this::extended);
    }

    private Kind extended(Node type) {
      List<Node> more = new ArrayList<>(types);
      more.add(type);
      return new Kind(List.copyOf(more));
    }

    void count(Node property) {
      properties.computeIfAbsent(property, p -> new Tally()).count++;
    }
  }

  /** A number that grows. */
  private static final class Tally {
    private long count;
  }

  private final Node dataset;
  private final Map<Node, Part> classes = new LinkedHashMap<>();
  private final Map<Node, Long> properties = new LinkedHashMap<>();
  private final Kind untyped = new Kind(List.of());
  private final Map<Node, Kind> kinds = new HashMap<>();

  private Partitions(Node dataset) {
    this.dataset = dataset;
  }

  /** Counts the triples of a graph, and says what was found as triples about its dataset. */
  static List<Triple> of(Graph graph, Node dataset) {
    Partitions partitions = new Partitions(dataset);
    graph.find(Node.ANY, RDF.Nodes.type, Node.ANY).forEachRemaining(partitions::note);
    graph.find().forEachRemaining(partitions::count);
    partitions.addUp(partitions.untyped);
    return partitions.triples();
  }

  private void note(Triple typed) {
    if (typed.getObject().isURI()) {
      Kind known = kinds.getOrDefault(typed.getSubject(), untyped);
      Kind kind = known.with(typed.getObject());
      known.entities--;
      kind.entities++;
      kinds.put(typed.getSubject(), kind);
    }
  }

  private void count(Triple triple) {
    kinds.getOrDefault(triple.getSubject(), untyped).count(triple.getPredicate());
  }

  private void addUp(Kind kind) {
    kind.properties.forEach((property, tally) -> add(properties, property, tally.count));
    for (Node type : kind.types) {
      part(type).entities += kind.entities;
      kind.properties.forEach(
          (property, tally) -> add(part(type).properties, property, tally.count));
    }
    kind.withOneMore.values().forEach(this::addUp);
  }

  private static void add(Map<Node, Long> counts, Node property, long more) {
    counts.merge(property, more, Long::sum);
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
