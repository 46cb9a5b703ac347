package org.w3id.scokg.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The tokens of JSON one after another, as far as they are not nested too deep. */
final class JsonTokens implements Closeable {

  /** How deep arrays and objects may be nested: {@value}. */
  static final int DEPTH_LIMIT = 500;

  private final JsonParser parser;
  private final @Nullable JsonBytes bytes;
  private final long linesBefore;
  private int depth;

  private JsonTokens(JsonParser parser, @Nullable JsonBytes bytes, long linesBefore) {
    this.parser = parser;
    this.bytes = bytes;
    this.linesBefore = linesBefore;
  }

  /** The reader of a source's JSON, which remembers the keys that it meets. */
  static JsonFactory factory() {
    // Keys are the data's: they are neither interned for ever, nor refused where their hashes meet.
    return JsonFactory.builder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .build();
  }

  /** Reads a source. */
  static JsonTokens of(JsonFactory factory, JsonBytes bytes) throws IOException {
    return new JsonTokens(factory.createParser(bytes), bytes, 0);
  }

  /** Reads one line of a source. */
  static JsonTokens of(JsonFactory factory, JsonLines.Line line) throws IOException {
    return new JsonTokens(line.parser(factory), null, line.number() - 1);
  }

  /** Reads JSON that was read before. */
  static JsonTokens of(JsonFactory factory, String text) throws IOException {
    return new JsonTokens(factory.createParser(text), null, 0);
  }

  /** The parser at the token that was read last. */
  JsonParser parser() {
    return parser;
  }

  /** The line on which the last token starts, counted from 1. */
  long line() {
    return linesBefore + parser.getTokenLocation().getLineNr();
  }

  /** The next token, or {@code null} after the last value. */
  @Nullable JsonToken next() throws IOException {
    if (bytes != null) {
      bytes.nextToken();
    }
    JsonToken token = parser.nextToken();
    if (token != null) {
      if (token.isStructStart()) {
        enter();
      } else if (token.isStructEnd()) {
        depth--;
      }
    }
    return token;
  }

  /** The next token within an array, an object or after a key, where the parser has one. */
  JsonToken inner() throws IOException {
    JsonToken token = next();
    if (token == null) {
      throw new IllegalStateException("Bug: the parser lets a structure end without its bracket");
    }
    return token;
  }

  /** The name of the object's next member, or {@code null} at its end. */
  @Nullable String nextName() throws IOException {
    if (bytes != null) {
      bytes.nextToken();
    }
    String name = parser.nextFieldName();
    if (name == null) {
      depth--;
    }
    return name;
  }

  /** Passes over what begins with a token that was just read. */
  void skip(JsonToken first) throws IOException {
    if (first.isStructStart()) {
      int outside = depth - 1;
      while (depth > outside) {
        inner();
      }
    }
  }

  private void enter() throws JsonProblem {
    if (++depth > DEPTH_LIMIT) {
      throw new JsonProblem(
          "arrays and objects are nested more than " + DEPTH_LIMIT + " deep",
          "JSON is read to that depth (RFC 8259 §9)",
          "look for brackets that are not closed");
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
