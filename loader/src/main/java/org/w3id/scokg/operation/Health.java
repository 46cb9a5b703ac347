package org.w3id.scokg.operation;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.server.Serving;

/**
 * Whether a server lives, and whether it is ready to answer. Safe for use by many threads; however
 * many ask, the database is asked one question at a time.
 */
final class Health implements AutoCloseable {

  /** How long the database may take: long for one question, short for whoever waits. */
  static final Duration BOUND = Duration.ofSeconds(1);

  private static final int UNAVAILABLE = 503;

  private final Serving serving;
  private final Duration bound;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread asking = new Thread(work, "readiness");
            asking.setDaemon(true);
            return asking;
          });
  private @Nullable Future<Boolean> question;

  Health(Serving serving) {
    this(serving, BOUND);
  }

  Health(Serving serving, Duration bound) {
    this.serving = serving;
    this.bound = bound;
  }

  /** That the process answers, which is all that is asked. */
  static Page live() {
    return Page.json(new LogLine().put("status", "live"));
  }

  /** Whether the database answers. */
  Page ready() {
    try {
      boolean answers = ask().get(bound.toMillis(), TimeUnit.MILLISECONDS);
      return answers
          ? Page.json(new LogLine().put("status", "ready").put("build", serving.build()))
          : notReady("the database fails on the simplest query");
    } catch (TimeoutException e) {
      return notReady("the database has not answered within %d ms".formatted(bound.toMillis()));
    } catch (ExecutionException e) {
      return notReady("the database fails on the simplest query");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return stopping();
    }
  }

  /** That the server is about to end. */
  static Page stopping() {
    return notReady("the server is being stopped and takes no more requests");
  }

  private static Page notReady(String detail) {
    return Page.problem(UNAVAILABLE, "not ready", detail);
  }

  /** The question that the database has not answered yet, else a new one. */
  private synchronized Future<Boolean> ask() {
    Future<Boolean> asked = question;
    if (asked == null || asked.isDone()) {
      asked = thread.submit(serving::answers);
      question = asked;
    }
    return asked;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
