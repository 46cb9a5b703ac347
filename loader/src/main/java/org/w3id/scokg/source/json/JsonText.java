package org.w3id.scokg.source.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;

/** Compact JSON, written from what is read; numbers stay as they were written. */
public final class JsonText {

  /** How much is shown of a value that is no text. */
  private static final int SHOWN = 60;

  private final StringBuilder out = new StringBuilder();
  private final int limit;

  private JsonText(int limit) {
    this.limit = limit;
  }

  /**
   * Reads a value to its end and writes it.
   *
   * @param first its first token, just read
   * @param limit from how many characters on the rest may be left out
   */
  static String copy(JsonTokens tokens, JsonToken first, int limit) throws IOException {
    JsonText text = new JsonText(limit);
    text.write(tokens, first);
    return text.out.toString();
  }

  /** The start of a value's JSON, to be shown; the value is read to its end. */
  static String start(JsonTokens tokens, JsonToken first) throws IOException {
    return start(copy(tokens, first, SHOWN));
  }

  /** As much of a text as is shown. */
  static String start(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return text.substring(0, end) + "…";
  }

  /** Writes a string in quotes. */
  public static void quote(String text, StringBuilder out) {
    out.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, out);
    out.append('"');
  }

  private void write(JsonTokens tokens, JsonToken first) throws IOException {
    int open = 0;
    JsonToken token = first;
    while (true) {
      open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (out.length() <= limit) {
        write(token, tokens.parser());
      }
      if (open == 0) {
        break;
      }
      token = tokens.inner();
    }
    dropComma();
  }

  /** Each value is followed by a comma, which what closes the array or object takes away. */
  private void write(JsonToken token, JsonParser parser) throws IOException {
    switch (token) {
      case START_OBJECT -> out.append('{');
      case START_ARRAY -> out.append('[');
      case END_OBJECT, END_ARRAY -> {
        dropComma();
        out.append(token == JsonToken.END_OBJECT ? "}," : "],");
      }
      case FIELD_NAME -> {
        quote(parser.getCurrentName(), out);
        out.append(':');
      }
      case VALUE_STRING -> {
        quote(parser.getText(), out);
        out.append(',');
      }
      default -> out.append(parser.getText()).append(',');
    }
  }

  private void dropComma() {
    int last = out.length() - 1;
    if (out.charAt(last) == ',') {
      out.setLength(last);
    }
  }
}
