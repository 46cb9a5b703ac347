package org.w3id.scokg.source.json;

import java.util.ArrayDeque;
import java.util.Deque;
import org.w3id.scokg.source.BadReference;

/**
 * Finds brackets and quotes of a JSONPath that have no partner, which the library that reads paths
 * with filters lets pass in places.
 */
final class JsonPathBrackets {

  private final String text;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int at;

  JsonPathBrackets(String text) {
    this.text = text;
  }

  /**
   * Reads the path through.
   *
   * @throws BadReference if a bracket or a quote is alone
   */
  void check() {
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\'' || c == '"') {
        skipTo(c, "quote");
      } else if (c == '[' || c == '(') {
        open.push(at);
      } else if (c == ']' || c == ')') {
        close(c);
      } else if (c == '~') {
        skipPattern();
      }
    }
    if (!open.isEmpty()) {
      int last = open.pop();
      throw alone(text.charAt(last), last, "is not closed");
    }
  }

  private void close(char c) {
    if (open.isEmpty() || text.charAt(open.pop()) != (c == ']' ? '[' : '(')) {
      throw alone(c, at, "closes nothing");
    }
  }

  /** After {@code =~} stands a regular expression between slashes. */
  private void skipPattern() {
    while (at + 1 < text.length() && text.charAt(at + 1) == ' ') {
      at++;
    }
    if (at + 1 < text.length() && text.charAt(at + 1) == '/') {
      at++;
      skipTo('/', "slash");
    }
  }

  private void skipTo(char end, String kind) {
    int start = at++;
    while (at < text.length() && text.charAt(at) != end) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length()) {
      throw new BadReference(
          "'" + text + "' is not a JSONPath",
          "the " + kind + " at character " + (start + 1) + " is not closed",
          "close it with " + end);
    }
  }

  private BadReference alone(char bracket, int index, String how) {
    return new BadReference(
        "'" + text + "' is not a JSONPath",
        "the '" + bracket + "' at character " + (index + 1) + " " + how,
        "add its partner, or remove it");
  }
}
