package org.w3id.scokg.server;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a query, without what makes no difference: comments, and more than one blank. */
final class QueryText {

  /** What is copied as it is, and what is a comment or blank; the longer strings come first. */
  private static final Pattern PART =
      Pattern.compile(
          "(?<kept>\"\"\"(?:[^\"\\\\]|\\\\.|\"(?!\"\"))*+\"\"\"|'''(?:[^'\\\\]|\\\\.|'(?!''))*+'''"
              + "|\"(?:[^\"\\\\\\n\\r]|\\\\.)*+\"|'(?:[^'\\\\\\n\\r]|\\\\.)*+'"
              + "|<[^<>\"{}|^`\\\\\\x00-\\x20]*+>)"
              + "|(?:#[^\\n\\r]*+|[ \\t\\n\\r]++)++",
          Pattern.DOTALL);

  /** What makes an answer another one each time, wherever it stands, and what could hide it. */
  private static final Pattern VOLATILE =
      Pattern.compile(
          "(?:now|nowtz|rand|uuid|bnode)\\s*\\(|\\bservice\\b|function#|\\\\u",
          Pattern.CASE_INSENSITIVE);

  /** What all of that holds: to look for it first costs next to nothing. */
  private static final List<String> SIGNS =
      List.of("now", "rand", "uuid", "bnode", "service", "function#", "\\u");

  private QueryText() {}

  /** A text that queries share which differ in comments and blanks only. */
  static String normal(String query) {
    Matcher parts = PART.matcher(query);
    StringBuilder normal = new StringBuilder(query.length());
    int done = 0;
    while (parts.find()) {
      String kept = parts.group("kept");
      normal.append(query, done, parts.start()).append(kept == null ? " " : kept);
      done = parts.end();
    }
    return normal.append(query, done, query.length()).toString().strip();
  }

  /** Whether the same query may have another answer the next time, though nothing has changed. */
  static boolean isVolatile(String query) {
    String lowerCase = query.toLowerCase(Locale.ROOT);
    return SIGNS.stream().anyMatch(lowerCase::contains) && VOLATILE.matcher(query).find();
  }
}
