package org.w3id.scokg.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.jspecify.annotations.Nullable;

/** The pattern of a function, compiled anew only when it is another one. Not thread-safe. */
final class BoundedPattern {

  /** What a pattern without any of these holds is found in one go. */
  private static final Pattern REPEATS = Pattern.compile("[*+{?]");

  private final String function;
  private final Allowance allowance;
  private String text = "";
  private String flags = "";
  private @Nullable Pattern compiled;

  BoundedPattern(String function, Allowance allowance) {
    this.function = function;
    this.allowance = allowance;
  }

  /** What matches the pattern against a text. */
  Matcher matcher(NodeValue pattern, @Nullable NodeValue flags, String in) {
    // Each call looks at the clock anew, and a sort makes many.
    allowance.check();
    Pattern known = pattern(string(pattern), flags == null ? "" : string(flags));
    return known.matcher(
        REPEATS.matcher(known.pattern()).find() ? new WatchedText(in, allowance) : in);
  }

  private Pattern pattern(String newText, String newFlags) {
    Pattern known = compiled;
    if (known == null || !text.equals(newText) || !flags.equals(newFlags)) {
      known = RegexEngine.makePattern(function, newText, newFlags);
      compiled = known;
      text = newText;
      flags = newFlags;
    }
    return known;
  }

  private String string(NodeValue value) {
    if (!value.isString()) {
      throw new ExprEvalException(function + ": not a string: " + value);
    }
    return value.getString();
  }
}
