package org.w3id.scokg;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.w3id.scokg.publish.WriteProgress;
import org.w3id.scokg.rml.RecordListener;

/**
 * Says in a few words how far a mapping is, and then the writing of what it made: a few times a
 * second. Safe for use by many threads, but for the records, which come from one.
 */
public final class Progress implements RecordListener, WriteProgress {

  /** Asking for the time takes some, so it is asked for once in so many records, a power of two. */
  private static final int STRIDE = 1 << 10;

  private static final long PAUSE = 200_000_000;
  private static final long SECOND = 1_000_000_000;

  private final Consumer<String> words;
  private final LongSupplier nanos;
  private final long start;
  private long shown;
  private long records;
  private long indexing;
  private long dumping;
  private boolean isLoaded;

  /** Progress that begins now, and is told in words. */
  public Progress(Consumer<String> words) {
    this(words, System::nanoTime);
  }

  Progress(Consumer<String> words, LongSupplier nanos) {
    this.words = words;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.shown = start;
  }

  @Override
  public void record(String source, long line) {
    if ((++records & (STRIDE - 1)) == 0) {
      long now = nanos.getAsLong();
      if (isTime(now)) {
        long rate = records * SECOND / (now - start);
        show(String.format("%s: %,d records, %,d a second", source, records, rate), now);
      }
    }
  }

  /** Of a load only what comes after the records, which tell of themselves. */
  @Override
  public synchronized void at(Phase phase, long done, long total) {
    long now = nanos.getAsLong();
    if (phase == Phase.INDEXING && indexing == 0) {
      indexing = now;
    }
    if (phase == Phase.FORCING) {
      isLoaded = true;
      show("waiting for the disk", now);
    } else if (phase == Phase.INDEXING && done > 0 && isTime(now)) {
      show(rest("indexes", now - indexing, done, total), now);
    }
  }

  /** Of the dumps only what comes after the load, beside which they are written. */
  @Override
  public synchronized void dumped(long done, long total) {
    long now = nanos.getAsLong();
    if (dumping == 0) {
      dumping = now;
    }
    if (isLoaded && done > 0 && isTime(now)) {
      show(rest("dumps", now - dumping, done, total), now);
    }
  }

  private boolean isTime(long now) {
    return now - shown >= PAUSE;
  }

  private void show(String text, long now) {
    shown = now;
    words.accept(text);
  }

  private static String rest(String part, long taken, long done, long total) {
    return String.format(
        "%s: %d %%, %,d s left",
        part, done * 100 / Math.max(1, total), 1 + taken / done * (total - done) / SECOND);
  }
}
