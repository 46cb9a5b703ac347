package org.w3id.scokg.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/**
 * Answers that have been given, to be given again. They are of one build, which never changes, so
 * that they stay right. How many are kept is bounded by their bytes. Safe for use by many threads.
 */
final class KeptAnswers {

  /** How many bytes they take at most: {@value}. */
  static final long BYTES = 32L << 20;

  /** What is larger than that is made anew each time: {@value} bytes. */
  static final int LARGEST = 1 << 20;

  private final Cache<String, Answer> answers =
      Caffeine.newBuilder()
          // What is too much goes at once.
          .executor(Runnable::run)
          .maximumWeight(BYTES)
          .weigher((String key, Answer answer) -> key.length() + answer.weight())
          .build();

  /** The answer to all that it depends on, if it has been given lately. */
  Optional<Answer> find(String key) {
    return Optional.ofNullable(answers.getIfPresent(key));
  }

  /**
   * Keeps an answer, unless it is too large.
   *
   * @param key all that it depends on
   */
  void keep(String key, Answer answer) {
    if (answer.body().length <= LARGEST) {
      answers.put(key, answer);
    }
  }
}
