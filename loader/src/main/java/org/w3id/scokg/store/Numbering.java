package org.w3id.scokg.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.jspecify.annotations.Nullable;

/** Turns statements into tuples of numbers. For one thread at a time. */
final class Numbering implements Closeable {

  private static final Set<String> DEFAULT_GRAPHS =
      Set.of(Quad.defaultGraphIRI.getURI(), Quad.defaultGraphNodeGenerated.getURI());

  /** What a term of a graph has for the default graph, which has no number. */
  private static final int DEFAULT = Integer.MIN_VALUE;

  private static final int NEVER = -1;

  final TermStore terms;
  final Tuples quads;
  final Tuples triples;
  private final boolean union;
  private final TermEncoder encoder = new TermEncoder();
  private final TermCache cache = new TermCache();
  private final long typeHigh;
  private final long typeLow;
  private int type = NEVER;
  private long count;
  private @Nullable Object lastGraph;
  private int lastGraphNumber = DEFAULT;
  private @Nullable Object lastSubject;
  private int lastSubjectNumber;

  /**
   * Begins with nothing.
   *
   * @param temporary where what does not fit goes
   * @param memory about how many bytes may be taken
   * @param union whether what is in a named graph is a triple of the default graph as well
   */
  Numbering(Path temporary, long memory, boolean union) throws IOException {
    this.union = union;
    this.terms = new TermStore(temporary.resolve(Names.nodeTableBaseName), temporary, memory / 2);
    this.quads = new Tuples(temporary.resolve("quads"), Order.QUADS.length(), memory / 4);
    this.triples = new Tuples(temporary.resolve("triples"), Order.TRIPLES.length(), memory / 4);
    EncodedTerm rdfType = encoder.encode(RDF.type.asNode());
    this.typeHigh = rdfType.hashHigh;
    this.typeLow = rdfType.hashLow;
  }

  /**
   * Takes a statement.
   *
   * @param graph its graph; {@code null} for the default graph
   */
  void add(@Nullable Object graph, Object subject, Object predicate, Object object)
      throws IOException {
    if (graph != lastGraph) {
      lastGraphNumber = graph == null || isDefault(graph) ? DEFAULT : number(graph);
      lastGraph = graph;
    }
    if (subject != lastSubject) {
      lastSubjectNumber = number(subject);
      lastSubject = subject;
    }
    int p = number(predicate);
    int o = number(object);
    if (lastGraphNumber != DEFAULT) {
      quads.add(lastGraphNumber, lastSubjectNumber, p, o);
    }
    if (lastGraphNumber == DEFAULT || union) {
      triples.add(lastSubjectNumber, p, o);
    }
    count++;
  }

  private static boolean isDefault(Object graph) {
    return (graph instanceof IRI iri && DEFAULT_GRAPHS.contains(iri.stringValue()))
        || (graph instanceof Node node && Quad.isDefaultGraph(node));
  }

  private int number(Object term) throws IOException {
    int slot = TermCache.slot(term);
    if (cache.has(slot, term)) {
      return cache.number(slot);
    }
    EncodedTerm encoded =
        term instanceof Node node ? encoder.encode(node) : encoder.encode((Value) term);
    int before = terms.count();
    int number = terms.number(encoded);
    boolean isNew = terms.count() > before;
    if (isNew && encoded.hashHigh == typeHigh && encoded.hashLow == typeLow && type == NEVER) {
      type = number;
    }
    if (!isNew && encoded.length < 1 << 10) {
      // What is met once is mostly met no more, and would push out what is.
      cache.put(slot, term, number);
    }
    return number;
  }

  /** The rank of {@code rdf:type}; negative where it was not met. */
  int type() {
    return type;
  }

  /** How many statements it was given. */
  long count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    try (terms;
        quads) {
      triples.close();
    }
  }
}
