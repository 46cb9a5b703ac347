package org.w3id.scokg.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Answers that have been given, by build, query, form and parameters. A build never changes, so
 * that they stay right. Safe for many threads.
 */
final class AnswerCache {

  private final int most;
  private final Cache<String, Answer> answers;

  /** A cache of so many bytes. */
  AnswerCache(long bytes) {
    this.most = (int) Math.min(bytes / 8, AnswerBuffer.IN_MEMORY);
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((String key, Answer answer) -> answer.weight())
            .build();
  }

  /** The key of a request's answer; none where the answer would be another one each time. */
  static Optional<String> key(QueryRequest request, String build) {
    return request.isForDescription()
        // The description of the endpoint holds the address that was used.
        ? Optional.of(key(request, build, request.getRequestURL().toString()))
        : request
            .query()
            .map(QueryText::normal)
            .filter(query -> !QueryText.isVolatile(query))
            .map(query -> key(request, build, query));
  }

  private static String key(QueryRequest request, String build, String what) {
    StringBuilder key = new StringBuilder();
    part(key, build);
    part(key, request.getRequestURI());
    part(key, what);
    part(key, String.valueOf(request.getHeader("Accept")).toLowerCase(Locale.ROOT));
    new TreeMap<>(request.getParameterMap())
        .forEach(
            (name, values) -> {
              if (!name.equals("query")) {
                part(key, name);
                part(key, String.join("\0", values));
              }
            });
    return digest(key.toString());
  }

  private static void part(StringBuilder key, String text) {
    key.append(text.length()).append(':').append(text);
  }

  private static String digest(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(DigestUtils.sha256(text));
  }

  Optional<Answer> find(String key) {
    return Optional.ofNullable(answers.getIfPresent(key));
  }

  /** Whether an answer of so many bytes is worth its place. */
  boolean takes(long bytes) {
    return bytes <= most;
  }

  void keep(String key, Answer answer) {
    answers.put(key, answer);
  }
}
