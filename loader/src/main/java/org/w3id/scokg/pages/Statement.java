package org.w3id.scokg.pages;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A statement, and the graphs that make it.
 *
 * @param subject what it is about
 * @param property what it tells of that
 * @param value what it tells
 * @param graphs the graphs that it is in
 */
record Statement(Node subject, Node property, Node value, List<Node> graphs) {
  Statement {
    graphs = List.copyOf(graphs);
  }
}
