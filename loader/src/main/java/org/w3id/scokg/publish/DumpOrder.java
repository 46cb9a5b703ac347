package org.w3id.scokg.publish;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.w3id.scokg.memory.QuadSet;
import org.w3id.scokg.memory.Terms;

/**
 * The order of statements in a dump: by graph, subject, predicate and object, as these are written.
 * Only the terms are compared; the statements are then sorted by the places of these.
 */
final class DumpOrder {

  private static final Comparator<Node> BY_TEXT = DumpOrder::compare;

  private final QuadSet quads;
  private final int[] places;

  DumpOrder(QuadSet quads) {
    this.quads = quads;
    this.places = places(quads.terms());
  }

  /** The numbers of the quads in their order. */
  int[] quads() {
    return sorted(IntStream.range(0, quads.size()).toArray(), true);
  }

  /**
   * The numbers of the quads in the order of their triples; of each triple, that of its first quad.
   *
   * @param inOrder all quads in their order
   */
  int[] triples(int[] inOrder) {
    int[] order = sorted(inOrder.clone(), false);
    int count = 0;
    for (int quad : order) {
      if (count == 0 || !isSameTriple(order[count - 1], quad)) {
        order[count++] = quad;
      }
    }
    return Arrays.copyOf(order, count);
  }

  private boolean isSameTriple(int one, int other) {
    return places[quads.subject(one)] == places[quads.subject(other)]
        && places[quads.object(one)] == places[quads.object(other)]
        && places[quads.predicate(one)] == places[quads.predicate(other)];
  }

  /** Sorts by one kind of term after the other; the last one counts most. */
  private int[] sorted(int[] order, boolean byGraph) {
    sort(order, quads::object);
    sort(order, quads::predicate);
    sort(order, quads::subject);
    if (byGraph) {
      sort(order, quads::graph);
    }
    return order;
  }

  /** Sorts by one term of each quad, and leaves quads that have the same in the order they had. */
  private void sort(int[] order, IntUnaryOperator term) {
    int[] starts = new int[places.length + 1];
    for (int quad : order) {
      starts[places[term.applyAsInt(quad)] + 1]++;
    }
    for (int place = 0; place < places.length; place++) {
      starts[place + 1] += starts[place];
    }
    for (int quad : order.clone()) {
      order[starts[places[term.applyAsInt(quad)]]++] = quad;
    }
  }

  /** The place of each term among all; those that are written the same have the same. */
  private static int[] places(Terms terms) {
    Node[] sorted = IntStream.range(0, terms.size()).mapToObj(terms::term).toArray(Node[]::new);
    Arrays.sort(sorted, BY_TEXT);
    int[] places = new int[sorted.length];
    int place = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i > 0 && compare(sorted[i - 1], sorted[i]) != 0) {
        place++;
      }
      places[terms.find(sorted[i])] = place;
    }
    return places;
  }

  /** Compares terms as RDF4J writes them, without doing so where their beginnings tell. */
  private static int compare(Node one, Node other) {
    if (one.isURI() && other.isURI()) {
      return one.getURI().compareTo(other.getURI());
    }
    if (one.isLiteral() && other.isLiteral()) {
      String text = one.getLiteralLexicalForm();
      String otherText = other.getLiteralLexicalForm();
      if (!text.regionMatches(0, otherText, 0, Math.min(text.length(), otherText.length()))) {
        return text.compareTo(otherText);
      }
    }
    return Rdf4jTerms.value(one).toString().compareTo(Rdf4jTerms.value(other).toString());
  }
}
