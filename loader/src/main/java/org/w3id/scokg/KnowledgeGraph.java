package org.w3id.scokg;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.sparql.core.Quad;
import org.w3id.scokg.memory.QuadSet;
import org.w3id.scokg.memory.Role;
import org.w3id.scokg.validate.NamedGraphs;

/**
 * The whole graph of a project in memory: facts and evidence as mapped, and beside them what was
 * read from elsewhere or concluded. Every statement is held once, and the graphs are views of that.
 * Not thread-safe while statements are added.
 */
final class KnowledgeGraph {

  private static final Set<Role> ASSERTED = Set.of(Role.ASSERTED);

  private final QuadSet quads = new QuadSet();

  /** Adds a statement that was mapped from a table. */
  void assertQuad(Quad quad) {
    quads.add(quad);
  }

  /** Adds triples of another kind, in a graph of their own. */
  void add(Node graph, Collection<Triple> triples, Role role) {
    triples.forEach(triple -> quads.add(graph, triple, role));
  }

  /** What was mapped, graph by graph. */
  NamedGraphs asserted() {
    return new NamedGraphs() {
      @Override
      public Set<Node> names() {
        return factGraphs();
      }

      @Override
      public Graph graph(Node name) {
        return quads.graph(name, ASSERTED);
      }

      @Override
      public Graph defaultGraph() {
        return graph(Quad.defaultGraphIRI);
      }
    };
  }

  private Set<Node> factGraphs() {
    Set<Node> names = quads.graphs(Role.ASSERTED);
    names.removeIf(Quad::isDefaultGraph);
    return names;
  }

  /** What was mapped, taken together. */
  Graph assertedTriples() {
    return quads.triples(ASSERTED);
  }

  /** What follows from it. */
  Graph inferredTriples() {
    return quads.triples(Set.of(Role.INFERRED));
  }

  /** What was mapped, and what follows from it. */
  Graph closure() {
    return quads.triples(Set.of(Role.ASSERTED, Role.INFERRED));
  }

  /** What was mapped, what follows from it, and what the ontology says of its terms. */
  Graph closureWithOntology() {
    return quads.triples(Set.of(Role.ASSERTED, Role.INFERRED, Role.ONTOLOGY));
  }

  /** The triples of all graphs, each once. */
  Graph allTriples() {
    return quads.triples(Set.of(Role.values()));
  }

  /** Everything. */
  QuadSet quads() {
    return quads;
  }

  /** A graph of some triples. */
  static Graph graphOf(List<Triple> triples) {
    Graph graph = new GraphMem2Fast();
    triples.forEach(graph::add);
    return graph;
  }
}
