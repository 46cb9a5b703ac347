package org.w3id.scokg.publish;

import org.w3id.scokg.store.LoadProgress;

/** Is told how far the writing of a build is, from several threads. */
public interface WriteProgress extends LoadProgress {

  /**
   * Tells how far the dumps are.
   *
   * @param done how many statements were written, counted once for each form
   * @param total how many there will be
   */
  void dumped(long done, long total);
}
