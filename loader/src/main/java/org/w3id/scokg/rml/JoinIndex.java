package org.w3id.scokg.rml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.Value;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.facts.Row;

/** The subjects of a parent triples map, hashed by the values that children join on. */
final class JoinIndex {

  private final Map<List<String>, List<Value>> subjects = new HashMap<>();

  void add(List<ColumnReader> keys, Row row, List<Value> values) {
    List<String> key = key(keys, row);
    if (key != null) {
      subjects.computeIfAbsent(key, k -> new ArrayList<>(1)).addAll(values);
    }
  }

  /** The parent's subjects whose key equals that of a child's record, in the parent's order. */
  List<Value> find(List<ColumnReader> keys, Row row) {
    List<String> key = key(keys, row);
    return key == null ? List.of() : subjects.getOrDefault(key, List.of());
  }

  /** The values joined on, or {@code null} where one is NULL, which equals nothing. */
  private static @Nullable List<String> key(List<ColumnReader> keys, Row row) {
    List<String> key = new ArrayList<>(keys.size());
    for (ColumnReader reader : keys) {
      String value = reader.read(row);
      if (value == null) {
        return null;
      }
      key.add(value);
    }
    return key;
  }
}
