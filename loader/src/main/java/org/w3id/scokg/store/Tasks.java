package org.w3id.scokg.store;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** What those who write in several threads have in common. */
public final class Tasks {

  private Tasks() {}

  static ThreadFactory named(String work) {
    return task -> {
      Thread thread = new Thread(task, work);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Waits for a task; what it failed with is thrown here. */
  public static <T> T await(Future<T> task) throws IOException, InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("Bug: a task broke off", e.getCause());
    }
  }

  /** Stops tasks, and returns when nothing is done any more, even if the caller is told to stop. */
  public static void stop(ExecutorService threads) {
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
}
