package org.w3id.scokg.reconcile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/** The classes that entities have, in order, each with a number and with how many have it. */
final class Classes {

  private final List<String> iris;
  private final Map<String, Integer> counts;

  private Classes(SortedMap<String, Integer> counts) {
    this.iris = List.copyOf(counts.keySet());
    this.counts = Collections.unmodifiableSortedMap(counts);
  }

  static Classes of(Map<String, Integer> counts) {
    return new Classes(new TreeMap<>(counts));
  }

  static Classes read(DataInput in) throws IOException {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (int left = in.readVInt(); left > 0; left--) {
      counts.put(in.readString(), in.readVInt());
    }
    return new Classes(counts);
  }

  void write(DataOutput out) throws IOException {
    out.writeVInt(counts.size());
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      out.writeString(each.getKey());
      out.writeVInt(each.getValue());
    }
  }

  /** How many entities each class has. */
  Map<String, Integer> counts() {
    return counts;
  }

  /** Writes some of these classes by their numbers. */
  void writeSome(Collection<String> some, DataOutput out) throws IOException {
    out.writeVInt(some.size());
    for (String iri : some) {
      out.writeVInt(Collections.binarySearch(iris, iri));
    }
  }

  List<String> readSome(DataInput in) throws IOException {
    int size = in.readVInt();
    List<String> some = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      some.add(iris.get(in.readVInt()));
    }
    return some;
  }
}
