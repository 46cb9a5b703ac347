package org.w3id.scokg.validate;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.validation.ReportEntry;

/**
 * A shape's message, taken apart.
 *
 * @param what its first sentence, without the full stop
 * @param fix the other sentences, or a general advice
 */
record ShapeMessage(String what, String fix) {

  private static final Pattern FIRST_SENTENCE =
      Pattern.compile("(.*?)[.!](?:\\s+(?=\\p{Lu}|\\p{Lo}|['\"<])(.*))?");

  /** Takes the English message, else one without a language, else whichever sorts first. */
  static ShapeMessage of(ReportEntry entry) {
    return entry.messages().stream()
        .min(Comparator.comparingInt(ShapeMessage::rank).thenComparing(Node::getLiteralLexicalForm))
        .map(Node::getLiteralLexicalForm)
        .map(ShapeMessage::of)
        .orElseGet(() -> of(entry.message()));
  }

  private static int rank(Node message) {
    String language = message.getLiteralLanguage();
    if (language.startsWith("en")) {
      return 0;
    }
    return language.isEmpty() ? 1 : 2;
  }

  static ShapeMessage of(String message) {
    String text = message.strip().replaceAll("\\s+", " ");
    Matcher sentences = FIRST_SENTENCE.matcher(text);
    String what = sentences.matches() ? sentences.group(1) : text;
    String rest = sentences.matches() && sentences.group(2) != null ? sentences.group(2) : "";
    return new ShapeMessage(
        what, rest.isEmpty() ? "correct the row, or the shape where it asks too much" : rest);
  }
}
