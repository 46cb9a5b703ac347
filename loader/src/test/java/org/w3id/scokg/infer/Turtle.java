package org.w3id.scokg.infer;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** Reads small graphs out of tests, in which {@code :} is an example namespace. */
final class Turtle {

  private static final String PREFIXES =
      """
      PREFIX owl:  <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX xsd:  <http://www.w3.org/2001/XMLSchema#>
      PREFIX :     <http://example.org/>
      """;

  private Turtle() {}

  static Graph graph(String turtle) {
    Graph graph = new GraphMem2Fast();
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
    return graph;
  }

  static Set<Triple> triples(String turtle) {
    return triples(graph(turtle));
  }

  static Set<Triple> triples(Graph graph) {
    return graph.stream().collect(Collectors.toSet());
  }
}
