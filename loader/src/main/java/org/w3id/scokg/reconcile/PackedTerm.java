package org.w3id.scokg.reconcile;

import java.io.IOException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/**
 * A class or property in the bytes that an index has of it.
 *
 * @param term what it is called
 * @param superclasses the classes that it is directly below
 */
record PackedTerm(Term term, Set<String> superclasses) {

  /** Whether nothing is known of it. */
  boolean isEmpty() {
    return term.labels().isEmpty() && superclasses.isEmpty();
  }

  void write(DataOutput out) throws IOException {
    out.writeMapOfStrings(new TreeMap<>(term.labels()));
    out.writeMapOfStrings(new TreeMap<>(term.comments()));
    out.writeSetOfStrings(new TreeSet<>(superclasses));
  }

  static PackedTerm read(String iri, DataInput in) throws IOException {
    Term term = new Term(iri, in.readMapOfStrings(), in.readMapOfStrings());
    return new PackedTerm(term, in.readSetOfStrings());
  }
}
