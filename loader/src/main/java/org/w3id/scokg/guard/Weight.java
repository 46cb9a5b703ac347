package org.w3id.scokg.guard;

import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** How many bytes things take in memory, estimated on the safe side. */
final class Weight {

  private static final long ROW = 64;
  private static final long NODE = 56;

  private Weight() {}

  static long of(Binding row) {
    long bytes = ROW;
    for (Iterator<Var> variables = row.vars(); variables.hasNext(); ) {
      Node node = row.get(variables.next());
      bytes += node == null ? 0 : of(node);
    }
    return bytes;
  }

  static long of(Triple triple) {
    return ROW + of(triple.getSubject()) + of(triple.getPredicate()) + of(triple.getObject());
  }

  static long of(Node node) {
    if (node.isLiteral()) {
      return NODE + node.getLiteralLexicalForm().length();
    }
    if (node.isURI()) {
      return NODE + node.getURI().length();
    }
    return node.isTripleTerm() ? of(node.getTriple()) : NODE;
  }
}
