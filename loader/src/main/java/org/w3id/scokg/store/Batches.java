package org.w3id.scokg.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands statements over to a second thread, many at a time, so that making them and giving ids to
 * their terms go on side by side. A few are not worth a thread.
 */
final class Batches implements Closeable {

  private static final int STATEMENTS = 1024;
  private static final int TERMS = 4;
  private static final int WAITING = 8;
  private static final Object[] END = {};

  private final Numbering numbering;
  private final Meter meter;
  private final BlockingQueue<@Nullable Object[]> queue = new ArrayBlockingQueue<>(WAITING);
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Tasks.named("numbers"));
  private @Nullable Object[] batch = new Object[STATEMENTS * TERMS];
  private int used;
  private @Nullable Future<?> work;

  Batches(Numbering numbering, Meter meter) {
    this.numbering = numbering;
    this.meter = meter;
  }

  void add(@Nullable Object graph, Object subject, Object predicate, Object object)
      throws IOException, InterruptedException {
    if (used == batch.length) {
      hand(batch);
      batch = new Object[STATEMENTS * TERMS];
      used = 0;
    }
    batch[used] = graph;
    batch[used + 1] = subject;
    batch[used + 2] = predicate;
    batch[used + 3] = object;
    used += TERMS;
  }

  private void hand(@Nullable Object[] full) throws IOException, InterruptedException {
    if (work == null) {
      work = thread.submit(this::takeAll);
    }
    while (!queue.offer(full, 1, TimeUnit.SECONDS)) {
      if (work.isDone()) {
        Tasks.await(work);
      }
    }
    if (work.isDone()) {
      // It ends before its end only by an exception.
      Tasks.await(work);
    }
  }

  private Void takeAll() throws IOException, InterruptedException {
    for (@Nullable Object[] next = queue.take(); next != END; next = queue.take()) {
      take(next, next.length);
    }
    return null;
  }

  private void take(@Nullable Object[] terms, int count) throws IOException {
    for (int i = 0; i < count; i += TERMS) {
      numbering.add(terms[i], term(terms[i + 1]), term(terms[i + 2]), term(terms[i + 3]));
    }
    meter.advance(count / TERMS);
  }

  private static Object term(@Nullable Object term) {
    if (term == null) {
      throw new IllegalStateException("Bug: a statement lacks a term");
    }
    return term;
  }

  /** Waits until all statements are numbered. */
  void finish() throws IOException, InterruptedException {
    if (work != null) {
      hand(END);
      Tasks.await(work);
    }
    take(batch, used);
    used = 0;
  }

  @Override
  public void close() {
    Tasks.stop(thread);
  }
}
