package org.w3id.scokg.pages;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RDFWriterRegistry;
import org.apache.jena.riot.RiotException;
import org.apache.jena.shared.PropertyNotFoundException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Writes what is known of a thing as RDF: what is said of it and its parts, what leads to it, and,
 * where the form tells graphs apart, what the facts among these rest on. It is used within a read
 * transaction.
 */
final class Documents {

  /** How many statements that lead to a thing are taken along: {@value}. */
  static final int LEADING_TO = 1000;

  private final Content content;
  private final DatasetGraph dataset;

  Documents(Content content) {
    this.content = content;
    this.dataset = content.graphs().dataset();
  }

  /** The document about an entity, a fact or a source. */
  Answer about(Node thing, Representation form) {
    Set<Quad> quads = new LinkedHashSet<>();
    addAll(dataset.find(thing, Node.ANY, Node.ANY, Node.ANY), Graphs.MOST, quads);
    describe(thing, quads);
    addAll(dataset.findNG(Node.ANY, Node.ANY, Node.ANY, thing), LEADING_TO, quads);
    if (form.hasGraphs()) {
      Set<Node> facts = new LinkedHashSet<>();
      quads.forEach(quad -> facts.add(quad.getGraph()));
      facts.stream()
          .filter(graph -> !graph.equals(thing) && content.evidence().isFact(graph))
          .forEach(fact -> describe(fact, quads));
    }
    return write(quads, form);
  }

  /** One of the project's own graphs, with what else is to be told. */
  Answer graph(String name, Set<Triple> more, Representation form) {
    Node graph = NodeFactory.createURI(content.site().graphSpace() + name);
    Set<Quad> quads = new LinkedHashSet<>();
    addAll(dataset.find(graph, Node.ANY, Node.ANY, Node.ANY), Integer.MAX_VALUE, quads);
    more.forEach(triple -> quads.add(Quad.create(graph, triple)));
    return write(quads, form);
  }

  /** Adds what is said of a thing and of its parts. */
  private void describe(Node thing, Set<Quad> into) {
    Deque<Node> waiting = new ArrayDeque<>();
    Set<Node> seen = new HashSet<>();
    waiting.add(thing);
    while (!waiting.isEmpty() && into.size() < Graphs.MOST) {
      Node node = waiting.remove();
      if (seen.add(node)) {
        Set<Quad> said = new LinkedHashSet<>();
        addAll(dataset.findNG(Node.ANY, node, Node.ANY, Node.ANY), Graphs.MOST, said);
        said.stream().map(Quad::getObject).filter(o -> isPart(o, thing)).forEach(waiting::add);
        into.addAll(said);
      }
    }
  }

  private static boolean isPart(Node value, Node thing) {
    return value.isBlank() || (value.isURI() && value.getURI().startsWith(thing.getURI() + "#"));
  }

  private static void addAll(Iterator<Quad> quads, int most, Set<Quad> into) {
    for (int i = 0; i < most && quads.hasNext(); i++) {
      into.add(quads.next());
    }
  }

  private Answer write(Set<Quad> quads, Representation form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (form.hasGraphs()) {
        DatasetGraph copy = DatasetGraphFactory.create();
        copy.prefixes().putAll(content.site().prefixes());
        quads.forEach(copy::add);
        RDFWriter.source(copy).lang(form.syntax()).output(out);
      } else {
        Graph graph = GraphFactory.createDefaultGraph();
        content.site().prefixes().forEach(graph.getPrefixMapping()::setNsPrefix);
        quads.forEach(quad -> graph.add(quad.asTriple()));
        RDFWriter.source(graph).format(format(form)).output(out);
      }
    } catch (RiotException | PropertyNotFoundException e) {
      throw new IllegalStateException("Bug: what is in the graph cannot be written", e);
    }
    return Answer.of(form.mediaType(), out.toByteArray());
  }

  /** The plain form of RDF/XML takes any property, and no time to look for a prettier one. */
  private static RDFFormat format(Representation form) {
    return form.syntax().equals(Lang.RDFXML)
        ? RDFFormat.RDFXML_PLAIN
        : RDFWriterRegistry.defaultSerialization(form.syntax());
  }
}
