package org.w3id.scokg.pages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Reads statements out of the named graphs of a dataset, always within a transaction of the
 * caller's.
 *
 * @param dataset the dataset
 */
record Graphs(DatasetGraph dataset) {

  /** How many quads about a thing are looked at, so that no page takes for ever: {@value}. */
  static final int MOST = 20_000;

  /** Whether something is said of a thing. */
  boolean describes(Node thing) {
    return dataset.findNG(Node.ANY, thing, Node.ANY, Node.ANY).hasNext();
  }

  /** Whether there is a graph of that name. */
  boolean isGraph(Node name) {
    return dataset.find(name, Node.ANY, Node.ANY, Node.ANY).hasNext();
  }

  /** What is said of a thing, each statement once. */
  List<Statement> about(Node thing) {
    return statements(dataset.findNG(Node.ANY, thing, Node.ANY, Node.ANY));
  }

  /** What is said of a thing and of its parts, each triple once. */
  Set<Triple> described(Node thing) {
    Set<Triple> triples = new LinkedHashSet<>();
    Set<Node> seen = new HashSet<>();
    Deque<Node> waiting = new ArrayDeque<>(List.of(thing));
    while (!waiting.isEmpty() && triples.size() < MOST) {
      Node node = waiting.remove();
      if (seen.add(node)) {
        for (Statement statement : about(node)) {
          Node value = statement.value();
          triples.add(Triple.create(node, statement.property(), value));
          if (value.isBlank() || (value.isURI() && isPart(value.getURI(), thing.getURI()))) {
            waiting.add(value);
          }
        }
      }
    }
    return triples;
  }

  private static boolean isPart(String iri, String whole) {
    return iri.startsWith(whole + "#");
  }

  /** What is said of a thing by one property. */
  List<Statement> about(Node thing, Node property) {
    return statements(dataset.findNG(Node.ANY, thing, property, Node.ANY));
  }

  /** What is said in a graph. */
  List<Statement> in(Node graph) {
    return statements(dataset.find(graph, Node.ANY, Node.ANY, Node.ANY));
  }

  /**
   * What is said of other things that leads to a thing.
   *
   * @param property by which property; {@link Node#ANY} for any
   * @param skipped how many statements are passed over
   * @param most how many are read then
   */
  List<Statement> leadingTo(Node thing, Node property, int skipped, int most) {
    Map<Triple, List<Node>> found = new LinkedHashMap<>();
    Iterator<Quad> quads = dataset.findNG(Node.ANY, Node.ANY, property, thing);
    while (quads.hasNext() && found.size() <= skipped + most) {
      add(quads.next(), found);
    }
    return list(found).stream().skip(skipped).limit(most).toList();
  }

  private static List<Statement> statements(Iterator<Quad> quads) {
    Map<Triple, List<Node>> found = new LinkedHashMap<>();
    for (int i = 0; i < MOST && quads.hasNext(); i++) {
      add(quads.next(), found);
    }
    return list(found);
  }

  private static void add(Quad quad, Map<Triple, List<Node>> found) {
    found.computeIfAbsent(quad.asTriple(), t -> new ArrayList<>(1)).add(quad.getGraph());
  }

  private static List<Statement> list(Map<Triple, List<Node>> found) {
    List<Statement> statements = new ArrayList<>(found.size());
    found.forEach(
        (triple, graphs) ->
            statements.add(
                new Statement(
                    triple.getSubject(), triple.getPredicate(), triple.getObject(), graphs)));
    return statements;
  }

  /** The values of a property, each once. */
  Set<Node> values(Node thing, Node property) {
    Set<Node> values = new LinkedHashSet<>();
    dataset
        .findNG(Node.ANY, thing, property, Node.ANY)
        .forEachRemaining(quad -> values.add(quad.getObject()));
    return values;
  }

  /** A value of a property. */
  Optional<Node> value(Node thing, Node property) {
    Iterator<Quad> quads = dataset.findNG(Node.ANY, thing, property, Node.ANY);
    return quads.hasNext() ? Optional.of(quads.next().getObject()) : Optional.empty();
  }

  /** The text of a value of a property. */
  Optional<String> text(Node thing, Node property) {
    return value(thing, property).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
  }

  /** The things that have a property, each with a value of it. */
  Map<Node, Node> pairs(Node property) {
    Map<Node, Node> pairs = new LinkedHashMap<>();
    dataset
        .findNG(Node.ANY, Node.ANY, property, Node.ANY)
        .forEachRemaining(quad -> pairs.put(quad.getSubject(), quad.getObject()));
    return pairs;
  }

  /** The things of a class. */
  Set<Node> ofClass(Node type, Node typeProperty) {
    Set<Node> things = new LinkedHashSet<>();
    dataset
        .findNG(Node.ANY, Node.ANY, typeProperty, type)
        .forEachRemaining(quad -> things.add(quad.getSubject()));
    return things;
  }
}
