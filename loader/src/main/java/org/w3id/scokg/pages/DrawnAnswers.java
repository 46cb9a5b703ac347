package org.w3id.scokg.pages;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.query.QueryException;

/**
 * The answers that are drawn. A graph does not change, so each question is asked once, and who
 * comes while it is answered waits for that. Safe for use by many threads.
 */
final class DrawnAnswers {

  private final Content content;
  private final Map<String, CompletableFuture<Optional<DrawnAnswer>>> answers =
      new ConcurrentHashMap<>();

  DrawnAnswers(Content content) {
    this.content = content;
  }

  /**
   * The answer to a question, within a read transaction; empty if it has none, or not in time. It
   * may have one the next time.
   */
  Optional<DrawnAnswer> of(StoredQuery query) {
    CompletableFuture<Optional<DrawnAnswer>> ours = new CompletableFuture<>();
    CompletableFuture<Optional<DrawnAnswer>> theirs = answers.putIfAbsent(query.name(), ours);
    if (theirs != null) {
      return theirs.join();
    }
    try {
      Optional<DrawnAnswer> answer = ask(query);
      if (answer.isEmpty()) {
        answers.remove(query.name(), ours);
      }
      ours.complete(answer);
      return answer;
    } catch (RuntimeException | Error e) {
      answers.remove(query.name(), ours);
      ours.completeExceptionally(e);
      throw e;
    }
  }

  private Optional<DrawnAnswer> ask(StoredQuery query) {
    try {
      return Optional.of(DrawnAnswer.of(query, content));
    } catch (QueryException e) {
      return Optional.empty();
    }
  }
}
