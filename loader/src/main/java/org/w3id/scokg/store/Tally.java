package org.w3id.scokg.store;

/** Counts tuples as they come in an order. */
interface Tally {

  /** Counts nothing. */
  Tally NONE =
      new Tally() {
        @Override
        public void next(int[] ranks) {}

        @Override
        public void end() {}
      };

  /** Takes the next tuple, as ranks of its terms in the order. */
  void next(int[] ranks);

  /** Is told that there are no more. */
  void end();
}
