package org.w3id.scokg.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;

/**
 * Answers that have been given, by build, query, form and parameters. A build never changes, so
 * that they stay right. Safe for many threads.
 */
final class AnswerCache {

  /** What makes an answer another one each time, wherever its name stands. */
  private static final Pattern VOLATILE =
      Pattern.compile("now|rand|uuid|service|bnode|function#", Pattern.CASE_INSENSITIVE);

  private static final int TEXTS = 4 << 20;

  private final int most;
  private final Cache<String, Answer> answers;

  /** Queries as they are sent, and as they are when blanks and comments are gone. */
  private final Cache<String, String> texts =
      Caffeine.newBuilder()
          .maximumWeight(TEXTS)
          .weigher((String sent, String normal) -> 2 * (sent.length() + normal.length()) + 100)
          .build();

  /** A cache of so many bytes. */
  AnswerCache(long bytes) {
    this.most = (int) Math.min(bytes / 8, AnswerBuffer.IN_MEMORY);
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((String key, Answer answer) -> answer.weight())
            .build();
  }

  /** The key of a request's answer, if that is known without reading the query. */
  Optional<String> knownKey(QueryRequest request, String build) {
    Optional<String> query = request.query();
    return request.isForDescription()
        // The description of the endpoint, which holds the address that was used.
        ? Optional.of(key(request, build, request.getRequestURL().toString()))
        : key(request, build, query.map(texts::getIfPresent));
  }

  /** The key of a request's answer; none where the answer would be another one each time. */
  Optional<String> key(QueryRequest request, String build) {
    return key(request, build, request.query().map(query -> texts.get(query, AnswerCache::normal)));
  }

  private static Optional<String> key(QueryRequest request, String build, Optional<String> normal) {
    return normal.filter(text -> !text.isEmpty()).map(text -> key(request, build, text));
  }

  private static String normal(String query) {
    try {
      String normal =
          QueryFactory.create(query, Fuseki.BaseParserSPARQL, Syntax.syntaxARQ).toString();
      return VOLATILE.matcher(normal).find() ? "" : normal;
    } catch (QueryException | StackOverflowError e) {
      return "";
    } catch (JenaException e) {
      return "";
    }
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
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Bug: every Java has SHA-256", e);
    }
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
