package org.w3id.scokg.rml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.source.BadRecord;
import org.w3id.scokg.source.Iteration;

/**
 * Maps the records of a source on several threads, and hands on what they make in the order of the
 * records. Each batch of records goes to a worker of its own, which is free again once what it made
 * was handed on; so the batches under way are bounded by the number of workers.
 */
final class ParallelPass implements AutoCloseable {

  private static final int LARGEST_BATCH = 256;

  /** What a batch should come to, whatever the size of its records. */
  private static final int BYTES_A_BATCH = 1 << 18;

  private final String source;
  private final Ledger ledger;
  private final ExecutorService threads;
  private final Deque<Worker> free = new ArrayDeque<>();
  private final Deque<Running> running = new ArrayDeque<>();
  private List<Object> batch = new ArrayList<>(LARGEST_BATCH);
  private int batchSize = LARGEST_BATCH;

  /**
   * Begins with the workers' passes, at least one.
   *
   * @param source the name of the source
   * @param passes a pass for each worker; more than there are threads keep these busy
   * @param threadCount how many threads map
   */
  ParallelPass(
      String source, List<? extends SourcePass<?>> passes, int threadCount, Ledger ledger) {
    this.source = source;
    this.ledger = ledger;
    passes.forEach(pass -> free.add(new Worker(pass)));
    this.threads =
        Executors.newFixedThreadPool(
            threadCount,
            task -> {
              Thread thread = new Thread(task, "maps " + source);
              thread.setDaemon(true);
              return thread;
            });
  }

  void add(Iteration record) {
    addItem(record);
  }

  void add(BadRecord bad) {
    addItem(bad);
  }

  private void addItem(Object item) {
    batch.add(item);
    if (batch.size() >= batchSize) {
      dispatch();
    }
  }

  private void dispatch() {
    Worker worker = free.isEmpty() ? next() : free.remove();
    List<Object> items = batch;
    running.add(new Running(worker, threads.submit(() -> worker.map(items))));
    batch = new ArrayList<>(batchSize);
  }

  /** Maps what is left, and hands on the rest. */
  void finish() {
    dispatch();
    while (!running.isEmpty()) {
      free.add(next());
    }
  }

  /** Waits for the oldest batch, hands on what was made of it, and gives back its worker. */
  private Worker next() {
    Running oldest = running.remove();
    try {
      oldest.made.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("the mapping of " + source + " broke off", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the mapping of " + source + " was interrupted", e);
    }
    batchSize = oldest.worker.report();
    return oldest.worker;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A worker and its batch. */
  private record Running(Worker worker, Future<?> made) {}

  /** What is wrong with a record of a batch. */
  private record Flaw(int index, String json, List<Diagnostic> problems) {}

  /** Maps a batch, and remembers what is to be told of it. */
  private final class Worker {
    private final SourcePass<?> pass;
    private List<Object> items = List.of();
    private final Deque<Flaw> flaws = new ArrayDeque<>();

    Worker(SourcePass<?> pass) {
      this.pass = pass;
    }

    void map(List<Object> records) {
      items = records;
      for (int i = 0; i < records.size(); i++) {
        if (records.get(i) instanceof Iteration record) {
          List<Diagnostic> problems = pass.map(record);
          if (!problems.isEmpty()) {
            flaws.add(new Flaw(i, pass.json(record), problems));
          }
        }
      }
    }

    /** Tells of the batch, on the caller's thread; answers how large the next one should be. */
    int report() {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof Iteration record) {
          ledger.record(source, record.line());
          if (!flaws.isEmpty() && flaws.element().index == i) {
            Flaw flaw = flaws.remove();
            ledger.flawed(source, record.line(), flaw.json, flaw.problems);
          }
        } else {
          ledger.bad(source, (BadRecord) items.get(i));
        }
      }
      long bytes = 1 + pass.pendingBytes() / Math.max(1, items.size());
      pass.flush();
      items = List.of();
      return (int) Math.max(1, Math.min(LARGEST_BATCH, BYTES_A_BATCH / bytes));
    }
  }
}
