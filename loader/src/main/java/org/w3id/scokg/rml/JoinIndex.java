package org.w3id.scokg.rml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.source.Iteration;

/**
 * The subjects of a parent triples map, hashed by the values that children join on. Past a bound
 * they are moved to a temporary file, and found there at the same number of steps. Once all are
 * added, any number of threads may find them.
 *
 * @param <T> the form of a term
 */
final class JoinIndex<T> implements AutoCloseable {

  /** About what an entry takes besides its text, on a 64-bit machine with compressed pointers. */
  private static final int ENTRY_BYTES = 120;

  private final StatementSink<T> terms;
  private final long bound;
  private final Map<String, List<T>> subjects = new HashMap<>();
  private long bytes;
  private @Nullable HashFile file;

  JoinIndex(StatementSink<T> terms, long bound) {
    this.terms = terms;
    this.bound = bound;
  }

  /** Adds the subjects of a parent's record under each combination of its key values. */
  void add(List<ValueReader> keys, Iteration record, List<T> parents) {
    if (!parents.isEmpty()) {
      forEachKey(keys, record, key -> parents.forEach(parent -> add(key, parent)));
    }
  }

  private void add(String key, T parent) {
    if (file != null) {
      file.add(key, terms.encode(parent));
      return;
    }
    List<T> known = subjects.get(key);
    if (known == null) {
      // Most keys have one parent.
      subjects.put(key, List.of(parent));
      bytes += ENTRY_BYTES + key.length();
    } else if (known.size() == 1) {
      List<T> more = new ArrayList<>(known);
      more.add(parent);
      subjects.put(key, more);
    } else {
      known.add(parent);
    }
    bytes += ENTRY_BYTES;
    if (bytes > bound) {
      spill();
    }
  }

  private void spill() {
    HashFile target = HashFile.create();
    subjects.forEach((key, parents) -> parents.forEach(p -> target.add(key, terms.encode(p))));
    subjects.clear();
    file = target;
  }

  /** Whether the entries are in a file. */
  boolean isSpilled() {
    return file != null;
  }

  /** The parents' subjects whose key equals one of a child's record, in the parents' order. */
  List<T> find(List<ValueReader> keys, Iteration record) {
    if (keys.size() == 1 && keys.get(0).count(record) == 1) {
      return find(keys.get(0).value(record, 0));
    }
    List<T> found = new ArrayList<>();
    forEachKey(keys, record, key -> found.addAll(find(key)));
    return found;
  }

  private List<T> find(String key) {
    if (file == null) {
      return subjects.getOrDefault(key, List.of());
    }
    List<T> found = new ArrayList<>();
    file.find(key, bytes -> found.add(terms.decode(bytes)));
    return found;
  }

  /** Every combination of a record's key values; none where one is NULL, which equals nothing. */
  private static void forEachKey(
      List<ValueReader> keys, Iteration record, Consumer<String> action) {
    if (keys.size() == 1) {
      int count = keys.get(0).count(record);
      for (int i = 0; i < count; i++) {
        action.accept(keys.get(0).value(record, i));
      }
    } else {
      combine(keys, 0, "", record, action);
    }
  }

  private static void combine(
      List<ValueReader> keys, int next, String key, Iteration record, Consumer<String> action) {
    if (next == keys.size()) {
      action.accept(key);
      return;
    }
    int count = keys.get(next).count(record);
    for (int i = 0; i < count; i++) {
      String value = keys.get(next).value(record, i);
      // The length keeps "a" + "bc" apart from "ab" + "c".
      combine(keys, next + 1, key + value.length() + ':' + value, record, action);
    }
  }

  @Override
  public void close() {
    subjects.clear();
    if (file != null) {
      file.close();
    }
  }
}
