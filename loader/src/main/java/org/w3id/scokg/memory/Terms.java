package org.w3id.scokg.memory;

import java.util.Arrays;
import org.apache.jena.graph.Node;

/** Numbers terms from 0, in the order in which they come, and keeps each once. */
public final class Terms {

  private Node[] terms = new Node[1 << 10];
  // The hash of a term is asked for by most steps of a search, and lies far away in the memory.
  private int[] hashes = new int[terms.length];
  private final HashIndex index = new HashIndex();
  private int size;

  Terms() {}

  /** The number of a term, which it gets if it has none. */
  int number(Node term) {
    int hash = hash(term);
    int slot = slot(term, hash);
    int known = index.at(slot);
    if (known != HashIndex.NONE) {
      return known;
    }
    if (size == terms.length) {
      terms = Arrays.copyOf(terms, Growth.longer(size));
      hashes = Arrays.copyOf(hashes, terms.length);
    }
    terms[size] = term;
    hashes[size] = hash;
    index.put(slot, size, number -> hashes[number]);
    return size++;
  }

  /** The number of a term; negative if it has none. */
  public int find(Node term) {
    return index.at(slot(term, hash(term)));
  }

  private int slot(Node term, int hash) {
    int slot = index.slot(hash);
    for (int n = index.at(slot); n != HashIndex.NONE; n = index.at(slot)) {
      if (hashes[n] == hash && terms[n].equals(term)) {
        break;
      }
      slot = index.next(slot);
    }
    return slot;
  }

  private static int hash(Node term) {
    return HashIndex.hash(term.hashCode());
  }

  /** The one of all equal terms that is kept here; where none is, the term itself. */
  public Node kept(Node term) {
    int number = find(term);
    return number == HashIndex.NONE ? term : terms[number];
  }

  /** The term that has a number. */
  public Node term(int number) {
    return terms[number];
  }

  /** How many terms there are. */
  public int size() {
    return size;
  }
}
