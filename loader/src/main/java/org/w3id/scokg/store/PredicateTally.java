package org.w3id.scokg.store;

/**
 * Counts the triples of each predicate and each class, in an order that begins with predicate,
 * object and subject; a triple of several graphs counts once.
 */
final class PredicateTally implements Tally {

  /** More than an optimizer has use for. */
  private static final int KEPT = 10_000;

  final Most predicates = new Most(KEPT);
  final Most classes = new Most(KEPT);
  private final int type;
  private int predicate = -1;
  private int object = -1;
  private int subject = -1;
  private long ofPredicate;
  private long ofObject;
  private long triples;

  /**
   * Begins.
   *
   * @param type the rank of {@code rdf:type}; negative where it is not used
   */
  PredicateTally(int type) {
    this.type = type;
  }

  @Override
  public void next(int[] ranks) {
    if (ranks[0] != predicate) {
      endPredicate();
      predicate = ranks[0];
      object = -1;
    }
    if (ranks[1] != object) {
      endObject();
      object = ranks[1];
      subject = -1;
    }
    if (ranks[2] != subject) {
      subject = ranks[2];
      ofPredicate++;
      ofObject++;
      triples++;
    }
  }

  private void endObject() {
    if (predicate == type && ofObject > 0) {
      classes.add(object, ofObject);
    }
    ofObject = 0;
  }

  private void endPredicate() {
    endObject();
    if (ofPredicate > 0) {
      predicates.add(predicate, ofPredicate);
    }
    ofPredicate = 0;
  }

  @Override
  public void end() {
    endPredicate();
  }

  /** How many different triples there are. */
  long triples() {
    return triples;
  }
}
