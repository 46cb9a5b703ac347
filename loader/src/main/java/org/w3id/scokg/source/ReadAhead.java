package org.w3id.scokg.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source on a thread of its own, a bounded number of records ahead of the thread that takes
 * them: parsing and mapping take about the same time, so two cores halve it.
 */
final class ReadAhead implements Iterations {

  private static final int BATCH = 256;
  private static final int BATCHES_AHEAD = 8;

  private final Iterations source;

  ReadAhead(Iterations source) {
    this.source = source;
  }

  @Override
  public void forEach(Consumer<Iteration> records, Consumer<BadRecord> bad) {
    BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    Thread reader = new Thread(() -> read(queue), "reads " + source.name());
    reader.setDaemon(true);
    reader.start();
    try {
      Batch batch;
      do {
        batch = queue.take();
        batch.hand(records, bad);
      } while (!batch.isLast);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the reading of " + source.name() + " was interrupted", e);
    } finally {
      end(reader);
    }
  }

  private void read(BlockingQueue<Batch> queue) {
    Filling filling = new Filling(queue);
    Throwable failure = null;
    try {
      source.forEach(filling::add, filling::add);
    } catch (Stopped e) {
      return;
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    try {
      queue.put(new Batch(filling.items, true, failure));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the reader, which uses the source until it has ended. */
  private static void end(Thread reader) {
    reader.interrupt();
    boolean interrupted = false;
    while (reader.isAlive()) {
      try {
        reader.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int reference(String reference) {
    return source.reference(reference);
  }

  @Override
  public Set<String> absent() {
    return source.absent();
  }

  @Override
  public Collection<String> names() {
    return source.names();
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public void close() {
    source.close();
  }

  /** Records in the order of the source, and what ended it. */
  private record Batch(List<Object> items, boolean isLast, @Nullable Throwable failure) {

    void hand(Consumer<Iteration> records, Consumer<BadRecord> bad) {
      for (Object item : items) {
        if (item instanceof BadRecord problem) {
          bad.accept(problem);
        } else {
          records.accept((Iteration) item);
        }
      }
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
    }
  }

  /** Fills batches on the reader's thread. */
  private static final class Filling {
    private final BlockingQueue<Batch> queue;
    private List<Object> items = new ArrayList<>(BATCH);

    Filling(BlockingQueue<Batch> queue) {
      this.queue = queue;
    }

    void add(Object item) {
      items.add(item);
      if (items.size() == BATCH) {
        try {
          queue.put(new Batch(items, false, null));
        } catch (InterruptedException e) {
          throw new Stopped(e);
        }
        items = new ArrayList<>(BATCH);
      }
    }
  }

  /** Ends the reader when nobody takes its records any more. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped(InterruptedException cause) {
      super(cause);
    }
  }
}
