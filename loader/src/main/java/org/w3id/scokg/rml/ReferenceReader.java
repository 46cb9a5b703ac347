package org.w3id.scokg.rml;

import java.util.Set;
import org.w3id.scokg.source.Iteration;
import org.w3id.scokg.source.ValueKind;

/** Reads the values of a reference, without those that the mapping says are NULL. */
final class ReferenceReader implements ValueReader {

  private final int reference;
  private final Set<String> nulls;

  ReferenceReader(int reference, Set<String> nulls) {
    this.reference = reference;
    this.nulls = nulls;
  }

  @Override
  public int count(Iteration iteration) {
    int all = iteration.count(reference);
    if (nulls.isEmpty()) {
      return all;
    }
    int count = 0;
    for (int i = 0; i < all; i++) {
      if (!isNull(iteration, i)) {
        count++;
      }
    }
    return count;
  }

  private boolean isNull(Iteration iteration, int index) {
    return nulls.contains(iteration.value(reference, index));
  }

  @Override
  public String value(Iteration iteration, int index) {
    return iteration.value(reference, place(iteration, index));
  }

  @Override
  public ValueKind kind(Iteration iteration, int index) {
    return iteration.kind(reference, place(iteration, index));
  }

  /** Where the source has the value that is the index-th one without the NULLs. */
  private int place(Iteration iteration, int index) {
    if (nulls.isEmpty()) {
      return index;
    }
    int place = -1;
    for (int left = index; left >= 0; left--) {
      do {
        place++;
      } while (isNull(iteration, place));
    }
    return place;
  }
}
