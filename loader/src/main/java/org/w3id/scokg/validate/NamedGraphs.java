package org.w3id.scokg.validate;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Data in graphs that have names, as far as {@link EvidenceGate} asks for it. */
public interface NamedGraphs {

  /** The names of the graphs that hold something; the default graph has none. */
  Set<Node> names();

  /** What a graph holds: nothing if there is none of that name. */
  Graph graph(Node name);

  /** What stands in no graph that has a name. */
  Graph defaultGraph();
}
