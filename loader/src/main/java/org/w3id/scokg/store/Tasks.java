package org.w3id.scokg.store;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** What a load's threads have in common. */
final class Tasks {

  private Tasks() {}

  static ThreadFactory named(String work) {
    return task -> {
      Thread thread = new Thread(task, work);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Waits for a task; what it failed with is thrown here. */
  static <T> T await(Future<T> task) throws IOException, InterruptedException {
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
      throw new IllegalStateException("Bug: a task of a load broke off", e.getCause());
    }
  }

  /** Stops tasks, and returns when nothing is written any more. */
  static void stop(ExecutorService thread) {
    thread.shutdownNow();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = thread.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
