package org.w3id.scokg.source.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole JSON value for paths that cannot be followed in the stream: objects are maps, arrays are
 * lists, and numbers are {@link WrittenNumber}.
 */
final class JsonTree {

  private final JsonTokens tokens;
  private final IdentityHashMap<Object, Long> lines = new IdentityHashMap<>();
  private final long firstLine;
  private final @Nullable Object root;

  /**
   * Reads a value to its end.
   *
   * @param first its first token, just read
   */
  JsonTree(JsonTokens tokens, JsonToken first) throws IOException {
    this.tokens = tokens;
    this.firstLine = tokens.line();
    this.root = value(first);
  }

  /** The value. */
  @Nullable Object root() {
    return root;
  }

  /** The line on which an array or object in it starts; for other values the first of all. */
  long line(@Nullable Object value) {
    return lines.getOrDefault(value, firstLine);
  }

  private @Nullable Object value(JsonToken first) throws IOException {
    return switch (first) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new WrittenNumber(tokens.parser().getText());
      default -> tokens.parser().getText();
    };
  }

  private Map<String, @Nullable Object> object() throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    lines.put(object, tokens.line());
    for (String name = tokens.nextName(); name != null; name = tokens.nextName()) {
      object.put(name, value(tokens.inner()));
    }
    return object;
  }

  private List<@Nullable Object> array() throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    lines.put(array, tokens.line());
    for (JsonToken token = tokens.inner(); token != JsonToken.END_ARRAY; token = tokens.inner()) {
      array.add(value(token));
    }
    return array;
  }

  /** The compact JSON of a value. */
  static String text(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> object) {
      char before = '{';
      for (Map.Entry<?, ?> member : object.entrySet()) {
        out.append(before);
        JsonText.quote(String.valueOf(member.getKey()), out);
        write(member.getValue(), out.append(':'));
        before = ',';
      }
      out.append(object.isEmpty() ? "{}" : "}");
    } else if (value instanceof Iterable<?> array) {
      char before = '[';
      for (Object element : array) {
        write(element, out.append(before));
        before = ',';
      }
      out.append(before == '[' ? "[]" : "]");
    } else if (value instanceof String string) {
      JsonText.quote(string, out);
    } else {
      out.append(value);
    }
  }

  /** A number as it is written, which is only computed if a path compares it. */
  static final class WrittenNumber extends Number {

    private static final long serialVersionUID = 1;

    private final String text;

    private WrittenNumber(String text) {
      this.text = text;
    }

    @Override
    public int intValue() {
      return (int) doubleValue();
    }

    @Override
    public long longValue() {
      return (long) doubleValue();
    }

    @Override
    public float floatValue() {
      return (float) doubleValue();
    }

    @Override
    public double doubleValue() {
      return Double.parseDouble(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof WrittenNumber number
          && new BigDecimal(text).compareTo(new BigDecimal(number.text)) == 0;
    }

    @Override
    public int hashCode() {
      return Double.hashCode(doubleValue());
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
