package org.w3id.scokg.pages;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.jena.query.QueryException;

/**
 * The answers that are drawn. A graph does not change, so each question is asked once, and who
 * comes while it is answered waits for that. Safe for use by many threads.
 */
final class DrawnAnswers {

  /** How long a question that was not answered in time is not asked again. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  private final Content content;
  private final LongSupplier nanoTime;
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();

  /** A question that was asked, and what it was answered with or will be. */
  private record Asked(long since, CompletableFuture<Optional<DrawnAnswer>> answer) {

    boolean isToBeAskedAgain(long now) {
      return answer.isCompletedExceptionally()
          || (answer.isDone() && answer.join().isEmpty() && now - since > PAUSE.toNanos());
    }
  }

  /**
   * Answers.
   *
   * @param nanoTime a clock that counts nanoseconds
   */
  DrawnAnswers(Content content, LongSupplier nanoTime) {
    this.content = content;
    this.nanoTime = nanoTime;
  }

  /**
   * The answer to a question, within a read transaction; empty if it has none, or not in time. It
   * may have one after {@link #PAUSE}.
   */
  Optional<DrawnAnswer> of(StoredQuery query) {
    long now = nanoTime.getAsLong();
    Asked ours = new Asked(now, new CompletableFuture<>());
    Asked current =
        asked.merge(query.name(), ours, (old, fresh) -> old.isToBeAskedAgain(now) ? fresh : old);
    if (current.equals(ours)) {
      ask(query, ours.answer());
    }
    return current.answer().join();
  }

  private void ask(StoredQuery query, CompletableFuture<Optional<DrawnAnswer>> answer) {
    try {
      answer.complete(Optional.of(DrawnAnswer.of(query, content)));
    } catch (QueryException e) {
      answer.complete(Optional.empty());
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
    }
  }
}
