package org.w3id.scokg.validate;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.validation.ReportEntry;

/**
 * A shape's message, taken apart.
 *
 * @param what what is wrong: the text before the first colon, else the first sentence
 * @param fix how to mend it: the rest, or a general advice
 */
record ShapeMessage(String what, String fix) {

  private static final Pattern TWO_PARTS =
      Pattern.compile("(?<what>.+?)(?::\\s+|[.!]\\s+(?=[\\p{Lu}\\p{Lo}'\"<]))(?<fix>.+)");

  // What the validator says of a shape without a message, such as minCount[1]: Invalid cardinality.
  private static final Pattern GENERATED = Pattern.compile("\\w+\\[.*");

  /** Takes the English message, else one without a language, else whichever sorts first. */
  static ShapeMessage of(ReportEntry entry, Names names) {
    String message =
        entry.messages().stream()
            .min(
                Comparator.comparingInt(ShapeMessage::rank)
                    .thenComparing(Node::getLiteralLexicalForm))
            .map(Node::getLiteralLexicalForm)
            .orElseGet(entry::message);
    return of(names.inText(message));
  }

  private static int rank(Node message) {
    String language = message.getLiteralLanguage();
    if (language.startsWith("en")) {
      return 0;
    }
    return language.isEmpty() ? 1 : 2;
  }

  static ShapeMessage of(String message) {
    String text = message.strip().replaceAll("\\s+", " ").replaceFirst("[.!]$", "");
    Matcher parts = TWO_PARTS.matcher(text);
    return parts.matches() && !GENERATED.matcher(text).matches()
        ? new ShapeMessage(parts.group("what"), parts.group("fix"))
        : new ShapeMessage(text, "correct the row, or the shape where it asks too much");
  }
}
