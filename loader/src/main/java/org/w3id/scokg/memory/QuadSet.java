package org.w3id.scokg.memory;

import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * Quads, each once, in the order in which they were added. Quads and triples are made anew whenever
 * they are asked for. Any number of threads can read while nobody adds.
 */
public final class QuadSet extends AbstractCollection<Quad> {

  private final Terms terms = new Terms();
  private final TripleTable triples = new TripleTable(terms);
  private final HashIndex index = new HashIndex();
  private int[] graphs = new int[1 << 10];
  private int[] tripleOf = new int[graphs.length];
  private byte[] roles = new byte[graphs.length];
  private int size;

  /** A set of these quads, which are all stated. */
  public static QuadSet of(Collection<Quad> quads) {
    QuadSet set = new QuadSet();
    quads.forEach(set::add);
    return set;
  }

  /** Adds a quad that is stated. */
  @Override
  public boolean add(Quad quad) {
    return add(quad.getGraph(), quad.asTriple(), Role.ASSERTED);
  }

  /**
   * Adds a triple to a graph. Where it is there already, it keeps the role that it has.
   *
   * @return whether it was not there
   */
  public boolean add(Node graph, Triple triple, Role role) {
    int name = terms.number(graph);
    int number =
        triples.number(
            terms.number(triple.getSubject()),
            terms.number(triple.getPredicate()),
            terms.number(triple.getObject()));
    int slot = slot(name, number);
    if (index.at(slot) != HashIndex.NONE) {
      return false;
    }
    append(name, number, role);
    index.put(slot, size - 1, n -> hash(graphs[n], tripleOf[n]));
    return true;
  }

  private void append(int graph, int triple, Role role) {
    if (size == graphs.length) {
      graphs = Arrays.copyOf(graphs, Growth.longer(size));
      tripleOf = Arrays.copyOf(tripleOf, graphs.length);
      roles = Arrays.copyOf(roles, graphs.length);
    }
    graphs[size] = graph;
    tripleOf[size] = triple;
    roles[size] = role.bit();
    triples.addRole(triple, role);
    size++;
  }

  private static int hash(int graph, int triple) {
    return HashIndex.hash(graph * 0xC2B2AE3D27D4EB4FL + triple);
  }

  private int slot(int graph, int triple) {
    int slot = index.slot(hash(graph, triple));
    for (int n = index.at(slot); n != HashIndex.NONE; n = index.at(slot)) {
      if (graphs[n] == graph && tripleOf[n] == triple) {
        break;
      }
      slot = index.next(slot);
    }
    return slot;
  }

  private boolean contains(int graph, int triple, byte wanted) {
    int quad = index.at(slot(graph, triple));
    return quad != HashIndex.NONE && (roles[quad] & wanted) != 0;
  }

  /** The triples of all graphs that have one of these roles, as a graph that cannot be changed. */
  public Graph triples(Set<Role> wanted) {
    byte bits = Role.bits(wanted);
    return new TripleView(triples, triple -> triples.hasRole(triple, bits));
  }

  /** The triples of a graph that have one of these roles, as a graph that cannot be changed. */
  public Graph graph(Node name, Set<Role> wanted) {
    byte bits = Role.bits(wanted);
    int graph = terms.find(name);
    return new TripleView(triples, triple -> contains(graph, triple, bits));
  }

  /** The names of the graphs that hold triples of a role. */
  public Set<Node> graphs(Role role) {
    BitSet names = new BitSet();
    for (int n = 0; n < size; n++) {
      if (roles[n] == role.bit()) {
        names.set(graphs[n]);
      }
    }
    Set<Node> graphNames = new HashSet<>();
    names.stream().forEach(name -> graphNames.add(terms.term(name)));
    return graphNames;
  }

  @Override
  public int size() {
    return size;
  }

  /** The terms of all quads. */
  public Terms terms() {
    return terms;
  }

  /** The number of the graph of a quad, which are counted from 0. */
  public int graph(int quad) {
    return graphs[quad];
  }

  /** The number of the subject of a quad. */
  public int subject(int quad) {
    return triples.subjects.term(tripleOf[quad]);
  }

  /** The number of the predicate of a quad. */
  public int predicate(int quad) {
    return triples.predicates.term(tripleOf[quad]);
  }

  /** The number of the object of a quad. */
  public int object(int quad) {
    return triples.objects.term(tripleOf[quad]);
  }

  @Override
  public Iterator<Quad> iterator() {
    return new Iterator<>() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < size;
      }

      @Override
      public Quad next() {
        if (at >= size) {
          throw new NoSuchElementException();
        }
        int quad = at++;
        return Quad.create(
            terms.term(graphs[quad]),
            terms.term(subject(quad)),
            terms.term(predicate(quad)),
            terms.term(object(quad)));
      }
    };
  }
}
