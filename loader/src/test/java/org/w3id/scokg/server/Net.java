package org.w3id.scokg.server;

/** A graph in which everything leads to everything, by many ways. */
final class Net {

  /** The links of a line beside it. */
  private static final int LINE = 50_000;

  private Net() {}

  /**
   * So many nodes, each with two ways to others and one to the next, and a line of others, as TriG.
   */
  static String trig(int nodes) {
    StringBuilder trig = new StringBuilder("PREFIX : <https://example.org/> :g {\n");
    for (int i = 0; i < nodes; i++) {
      trig.append(
          ":n%d :p :n%d ; :q :n%d ; :next :n%d .%n"
              .formatted(i, i / 2, (i * 7 + 3) % nodes, i + 1));
    }
    trig.append("}\n:line {\n");
    for (int i = 0; i < LINE; i++) {
      trig.append(":l%d :then :l%d .%n".formatted(i, i + 1));
    }
    return trig.append("}\n").toString();
  }
}
