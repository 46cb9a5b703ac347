package org.w3id.scokg;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * The whole graph of a project in memory: facts and evidence as mapped, and beside them what was
 * read from elsewhere or concluded. Not thread-safe.
 */
final class KnowledgeGraph {

  private final Set<Quad> quads = new LinkedHashSet<>();
  private final DatasetGraph asserted =
      DatasetGraphFactory.createWithGraphMaker(name -> new GraphMem2Fast());
  private final Graph assertedTriples = new GraphMem2Fast();

  /** Adds a statement that was mapped from a table. */
  void assertQuad(Quad quad) {
    if (quads.add(quad)) {
      asserted.add(quad);
      assertedTriples.add(quad.asTriple());
    }
  }

  /** Adds triples of another kind, in a graph of their own. */
  void add(Node graph, Collection<Triple> triples) {
    triples.forEach(triple -> quads.add(Quad.create(graph, triple)));
  }

  /** What was mapped, graph by graph. */
  DatasetGraph asserted() {
    return asserted;
  }

  /** What was mapped, taken together. */
  Graph assertedTriples() {
    return assertedTriples;
  }

  /** Everything. */
  Collection<Quad> quads() {
    return quads;
  }

  /** How many statements a graph has. */
  long size(Node graph) {
    return quads.stream().filter(q -> q.getGraph().equals(graph)).count();
  }

  /** A graph of some triples. */
  static Graph graphOf(List<Triple> triples) {
    Graph graph = new GraphMem2Fast();
    triples.forEach(graph::add);
    return graph;
  }
}
