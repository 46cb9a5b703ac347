package org.w3id.scokg.source.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.source.ValueKind;

/** Collects the values of a record as they come by. One is used for all records. */
final class JsonRecordBuilder {

  private final int[] counts;
  private int size;
  private int[] references = new int[16];
  private String[] values = new String[16];
  private ValueKind[] kinds = new ValueKind[16];

  /** Records resemble each other, so what says how they are made up is shared where it is equal. */
  private int[] lastStarts = {};

  private ValueKind[] lastKinds = {};

  JsonRecordBuilder(int references) {
    this.counts = new int[references];
  }

  /** Forgets the values of the record before. */
  void clear() {
    Arrays.fill(counts, 0);
    size = 0;
  }

  void add(int reference, String value, ValueKind kind) {
    if (size == values.length) {
      references = Arrays.copyOf(references, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      kinds = Arrays.copyOf(kinds, 2 * size);
    }
    references[size] = reference;
    values[size] = value;
    kinds[size++] = kind;
    counts[reference]++;
  }

  /** The record that was collected. */
  JsonRecord build(long line, long number, @Nullable String json) {
    int[] starts = new int[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      starts[i + 1] = starts[i] + counts[i];
    }
    String[] ordered = new String[size];
    ValueKind[] orderedKinds = new ValueKind[size];
    int[] next = counts;
    System.arraycopy(starts, 0, next, 0, next.length);
    for (int i = 0; i < size; i++) {
      int place = next[references[i]]++;
      ordered[place] = values[i];
      orderedKinds[place] = kinds[i];
    }
    lastStarts = Arrays.equals(starts, lastStarts) ? lastStarts : starts;
    lastKinds = Arrays.equals(orderedKinds, lastKinds) ? lastKinds : orderedKinds;
    clear();
    return new JsonRecord(ordered, lastKinds, lastStarts, line, number, json);
  }

  /** What was collected, as an object of the references. */
  String json(JsonReferences names) {
    StringBuilder out = new StringBuilder("{");
    for (int reference = 0; reference < counts.length; reference++) {
      if (counts[reference] > 0) {
        JsonText.quote(names.text(reference), out);
        out.append(counts[reference] == 1 ? ":" : ":[");
        appendValues(reference, out);
        out.setLength(out.length() - 1);
        out.append(counts[reference] == 1 ? "," : "],");
      }
    }
    out.setLength(Math.max(1, out.length() - 1));
    return out.append('}').toString();
  }

  private void appendValues(int reference, StringBuilder out) {
    for (int i = 0; i < size; i++) {
      if (references[i] == reference) {
        if (kinds[i] == ValueKind.STRING || kinds[i] == ValueKind.STRUCTURE) {
          JsonText.quote(JsonText.start(values[i]), out);
        } else {
          out.append(values[i]);
        }
        out.append(',');
      }
    }
  }
}
