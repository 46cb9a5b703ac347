package org.w3id.scokg.source.xml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.source.BadRecord;
import org.w3id.scokg.source.Iteration;

/** Hands records on, the sound ones and the others, and notes which references had a value. */
final class XmlDelivery {

  private final String name;
  private final List<String> references;
  private final Consumer<Iteration> records;
  private final Consumer<BadRecord> bad;
  private final boolean[] present;
  private long numbered;

  XmlDelivery(
      String name, List<String> references, Consumer<Iteration> records, Consumer<BadRecord> bad) {
    this.name = name;
    this.references = List.copyOf(references);
    this.records = records;
    this.bad = bad;
    this.present = new boolean[references.size()];
  }

  /** The source's name, as messages show it. */
  String name() {
    return name;
  }

  /** The number of the record that starts now. */
  long nextNumber() {
    return ++numbered;
  }

  /** Whether a record was met. */
  boolean hasRecords() {
    return numbered > 0;
  }

  /** An empty set of values, one place for each reference. */
  XmlValues values() {
    return new XmlValues(references.size());
  }

  /** Hands on a record. */
  void deliver(XmlValues values, long line, long number, @Nullable String json) {
    @Nullable Object[] found = values.values();
    for (int i = 0; i < found.length; i++) {
      present[i] |= found[i] != null;
    }
    if (values.refused() < 0) {
      records.accept(new XmlIteration(found, line, number, json));
      return;
    }
    present[values.refused()] = true;
    bad.accept(
        new BadRecord(
            XmlProblem.longValue(Location.of(name, line), references.get(values.refused())),
            XmlMarkup.json(values.start())));
  }

  /** The references that no record had; none if there was no record. */
  Set<String> absent() {
    Set<String> absent = new LinkedHashSet<>();
    for (int i = 0; i < present.length; i++) {
      if (hasRecords() && !present[i]) {
        absent.add(references.get(i));
      }
    }
    return absent;
  }
}
