package org.w3id.scokg.store;

/** Is told how far a load is, from several threads. */
public interface LoadProgress {

  /** Tells nobody. */
  LoadProgress NONE = (phase, done, total) -> {};

  /** What a load does. */
  enum Phase {
    /** Statements come in, and their terms get ids. */
    TAKING,
    /** The indexes are sorted and written. */
    INDEXING,
    /** All is written, and the disk is waited for. */
    FORCING
  }

  /**
   * Tells how far it is.
   *
   * @param done how many statements were taken, or were written to an index
   * @param total how many there will be; 0 if nobody knows
   */
  void at(Phase phase, long done, long total);
}
