package org.w3id.scokg.source.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.w3id.scokg.source.BadRecord;
import org.w3id.scokg.source.Iteration;

/**
 * Where records go, in the order of the source.
 *
 * @param records takes the sound ones
 * @param bad takes the others
 */
record JsonSink(Consumer<Iteration> records, Consumer<BadRecord> bad) {

  /** Holds records back until it is known that what they stand in is sound. */
  static final class Pending {

    private final JsonSink target;
    private final List<Runnable> held = new ArrayList<>();

    Pending(JsonSink target) {
      this.target = target;
    }

    /** Takes the records to hold. */
    JsonSink sink() {
      return new JsonSink(
          record -> held.add(() -> target.records().accept(record)),
          record -> held.add(() -> target.bad().accept(record)));
    }

    void release() {
      held.forEach(Runnable::run);
      held.clear();
    }

    void drop() {
      held.clear();
    }
  }
}
