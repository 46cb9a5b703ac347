package org.w3id.scokg.store;

import java.util.Map;

/**
 * How a load goes about its work.
 *
 * @param memory about how many bytes it may take; what does not fit goes to temporary files
 * @param prefixes the prefixes that the database keeps
 * @param union whether the default graph also gets what the named graphs have, each triple once, so
 *     that to query it is to query all of them
 * @param progress is told how far it is
 */
public record LoadOptions(
    long memory, Map<String, String> prefixes, boolean union, LoadProgress progress) {

  /** Less than this makes many small temporary files. */
  public static final long LEAST_MEMORY = 16L << 20;

  private static final long USUAL_MEMORY = 1L << 30;

  /** Copies the prefixes. */
  public LoadOptions {
    if (memory < 1) {
      throw new IllegalArgumentException("the memory of a load must not be less than a byte");
    }
    prefixes = Map.copyOf(prefixes);
  }

  /**
   * The defaults: a gibibyte or half of the heap, whichever is less; no prefixes; each statement in
   * its own graph alone; silence.
   */
  public static LoadOptions usual() {
    long memory = Math.min(USUAL_MEMORY, mostMemory());
    return new LoadOptions(Math.max(LEAST_MEMORY, memory), Map.of(), false, LoadProgress.NONE);
  }

  /** So much of the heap may be given to a load: the rest is for what makes the statements. */
  public static long mostMemory() {
    return Runtime.getRuntime().maxMemory() / 2;
  }

  /** These options with so many bytes. Defaults to a gibibyte or half of the heap. */
  public LoadOptions withMemory(long bytes) {
    return new LoadOptions(bytes, prefixes, union, progress);
  }

  /** These options with prefixes. Defaults to none. */
  public LoadOptions withPrefixes(Map<String, String> kept) {
    return new LoadOptions(memory, kept, union, progress);
  }

  /** These options with or without the union in the default graph. Defaults to without. */
  public LoadOptions withUnion(boolean wanted) {
    return new LoadOptions(memory, prefixes, wanted, progress);
  }

  /** These options with somebody who is told. Defaults to nobody. */
  public LoadOptions withProgress(LoadProgress listener) {
    return new LoadOptions(memory, prefixes, union, listener);
  }
}
