package org.w3id.scokg.publish;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.memory.QuadSet;

/** The statements of a dump in their order. They are made anew each time, so that none is held. */
final class DumpedStatements implements Iterable<Statement> {

  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

  private final QuadSet quads;
  private final int[] order;
  private final boolean withGraphs;

  private DumpedStatements(QuadSet quads, int[] order, boolean withGraphs) {
    this.quads = quads;
    this.order = order;
    this.withGraphs = withGraphs;
  }

  /** All quads. */
  static DumpedStatements ofQuads(QuadSet quads, DumpOrder order) {
    return new DumpedStatements(quads, order.quads(), true);
  }

  /** The triples of all of these, each once and without its graph. */
  DumpedStatements triples(DumpOrder by) {
    return new DumpedStatements(quads, by.triples(order), false);
  }

  int size() {
    return order.length;
  }

  @Override
  public Iterator<Statement> iterator() {
    return new Iteration();
  }

  private Value value(int term) {
    return Rdf4jTerms.value(quads.terms().term(term));
  }

  private final class Iteration implements Iterator<Statement> {
    private final Map<Integer, IRI> predicates = new HashMap<>();
    private final Latest graph = new Latest();
    private final Latest subject = new Latest();
    private int at;

    @Override
    public boolean hasNext() {
      return at < order.length;
    }

    @Override
    public Statement next() {
      if (at == order.length) {
        throw new NoSuchElementException();
      }
      int quad = order[at++];
      Resource thing = subject.of(quads.subject(quad));
      IRI predicate =
          predicates.computeIfAbsent(quads.predicate(quad), number -> (IRI) value(number));
      Value object = value(quads.object(quad));
      return withGraphs && !Quad.isDefaultGraph(quads.terms().term(quads.graph(quad)))
          ? VALUES.createStatement(thing, predicate, object, graph.of(quads.graph(quad)))
          : VALUES.createStatement(thing, predicate, object);
    }
  }

  /** The term that was made last: statements in a row often have the same. */
  private final class Latest {
    private int number = -1;
    private @Nullable Resource term;

    Resource of(int wanted) {
      Resource latest = term;
      if (latest == null || number != wanted) {
        latest = (Resource) value(wanted);
        term = latest;
        number = wanted;
      }
      return latest;
    }
  }
}
