package org.w3id.scokg.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.facts.Table;
import org.w3id.scokg.source.ValueKind;

/**
 * Takes the values of references from a record while its tokens stream by, and passes over all
 * else. The first problem of a record is kept, and the record is still read to its end.
 */
final class JsonCapture {

  private final JsonFactory factory;
  private final JsonReferences references;
  private final JsonRecordBuilder record;
  private final boolean[] met;
  private long objects;
  private @Nullable JsonProblem problem;

  JsonCapture(JsonFactory factory, JsonReferences references, JsonRecordBuilder record) {
    this.factory = factory;
    this.references = references;
    this.record = record;
    this.met = new boolean[references.size()];
  }

  /** The references of which something was met, be it a null, by their numbers. */
  boolean[] met() {
    return met;
  }

  /** Forgets the problem of the record before. */
  void start() {
    problem = null;
  }

  /** The record's problem, or {@code null} if it has none. */
  @Nullable JsonProblem problem() {
    return problem;
  }

  /** Keeps a problem if it is the record's first. */
  void report(JsonProblem next) {
    problem = problem == null ? next : problem;
  }

  /** Takes the values that are at or below some keys from the value that begins with a token. */
  void read(JsonKeys keys, JsonTokens tokens, JsonToken first) throws IOException {
    if (!first.isStructStart()) {
      scalar(keys, tokens.parser(), first);
    } else if (keys.ends().length == 0) {
      below(keys, tokens, first);
    } else if (keys.isLeaf()) {
      add(keys, JsonText.start(tokens, first), ValueKind.STRUCTURE);
    } else {
      String text = JsonText.copy(tokens, first, Integer.MAX_VALUE);
      add(keys, JsonText.start(text), ValueKind.STRUCTURE);
      try (JsonTokens again = JsonTokens.of(factory, text)) {
        below(keys, again, again.inner());
      }
    }
  }

  /** Adds a value that a path found in the whole record. */
  void add(int reference, @Nullable Object value) {
    if (value == null) {
      return;
    }
    if (value instanceof String text) {
      if (isSound(reference, text)) {
        record.add(reference, text, ValueKind.STRING);
      }
    } else if (value instanceof Number) {
      String text = value.toString();
      boolean isInteger = text.chars().allMatch(c -> c == '-' || Character.isDigit(c));
      record.add(reference, text, isInteger ? ValueKind.INTEGER : ValueKind.DOUBLE);
    } else if (value instanceof Boolean) {
      record.add(reference, value.toString(), ValueKind.BOOLEAN);
    } else {
      record.add(reference, JsonText.start(JsonTree.text(value)), ValueKind.STRUCTURE);
    }
  }

  private void below(JsonKeys keys, JsonTokens tokens, JsonToken first) throws IOException {
    if (first == JsonToken.START_OBJECT) {
      object(keys, tokens);
    } else {
      array(keys, tokens);
    }
  }

  private void object(JsonKeys keys, JsonTokens tokens) throws IOException {
    long object = ++objects;
    int position = 0;
    for (String name = tokens.nextName(); name != null; name = tokens.nextName()) {
      JsonKeys member = keys.member(name, position++);
      JsonToken value = tokens.inner();
      if (member == null) {
        tokens.skip(value);
        continue;
      }
      if (keys.isNamed(member) && member.isRepeatedIn(object)) {
        report(
            new JsonProblem(
                "the key '" + name + "' stands twice in an object",
                "a reference reads it, and which of the two is meant is not known",
                "remove one of the two, or rename it"));
      }
      read(member, tokens, value);
    }
  }

  private void array(JsonKeys keys, JsonTokens tokens) throws IOException {
    int length = 0;
    for (JsonToken token = tokens.inner(); token != JsonToken.END_ARRAY; token = tokens.inner()) {
      JsonKeys element = keys.element(length++);
      if (element == null) {
        tokens.skip(token);
      } else {
        read(element, tokens, token);
      }
    }
    meet(keys.beyond(length));
  }

  private void scalar(JsonKeys keys, JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      meet(keys.all());
    } else if (keys.ends().length > 0) {
      int length = parser.getTextLength();
      if (length > Table.CELL_LIMIT) {
        report(tooLong(keys.ends()[0], length));
        meet(keys.ends());
        return;
      }
      String text = parser.getText();
      if (token != JsonToken.VALUE_STRING || isSound(keys.ends()[0], text)) {
        add(keys, text, kind(token));
      }
    }
  }

  private static ValueKind kind(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> ValueKind.STRING;
      case VALUE_NUMBER_INT -> ValueKind.INTEGER;
      case VALUE_NUMBER_FLOAT -> ValueKind.DOUBLE;
      default -> ValueKind.BOOLEAN;
    };
  }

  private void add(JsonKeys keys, String value, ValueKind kind) {
    for (int reference : keys.ends()) {
      met[reference] = true;
      record.add(reference, value, kind);
    }
  }

  private void meet(int[] found) {
    for (int reference : found) {
      met[reference] = true;
    }
  }

  /** Neither NUL nor half a surrogate pair can stand in RDF. */
  private boolean isSound(int reference, String text) {
    if (text.length() > Table.CELL_LIMIT) {
      report(tooLong(reference, text.length()));
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        boolean isPair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!isPair) {
          report(noCharacter(reference, c));
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private JsonProblem tooLong(int reference, int length) {
    return new JsonProblem(
        String.format("the value of '%s' holds %,d characters", references.text(reference), length),
        String.format("a value may hold %,d characters", Table.CELL_LIMIT),
        "shorten the value, or look for a quote that is not closed");
  }

  private JsonProblem noCharacter(int reference, char c) {
    return new JsonProblem(
        String.format("the value of '%s' holds U+%04X", references.text(reference), (int) c),
        c == 0
            ? "it is the character NUL, which RDF cannot hold"
            : "it is half of a character: the other half is missing",
        "remove it from the value");
  }
}
