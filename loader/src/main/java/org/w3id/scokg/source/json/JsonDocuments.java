package org.w3id.scokg.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.source.json.JsonPath.Plain;
import org.w3id.scokg.source.json.JsonPath.Step;
import org.w3id.scokg.source.json.JsonPath.Wide;

/**
 * Finds the records in JSON documents. Along a plain iterator they are read while the document
 * streams by, and if one of its keys is repeated in an object, so are the records there; along
 * another a document is held at a time.
 */
final class JsonDocuments {

  private final JsonFactory factory;
  private final List<Step> steps;
  private final @Nullable WideJsonPath wide;
  private final JsonRecordReader reader;

  JsonDocuments(JsonFactory factory, JsonPath iterator, JsonRecordReader reader) {
    this.factory = factory;
    this.steps = iterator instanceof Plain plain ? plain.steps() : List.of();
    this.wide = iterator instanceof Wide path ? WideJsonPath.compile(path.text()) : null;
    this.reader = reader;
  }

  /**
   * Reads all documents that are there.
   *
   * @return whether there was one
   */
  boolean read(JsonTokens tokens, JsonSink sink) throws IOException {
    JsonToken first = tokens.next();
    if (first == null) {
      return false;
    }
    for (; first != null; first = tokens.next()) {
      if (wide == null) {
        walk(0, tokens, first, sink);
      } else {
        select(wide, tokens, first, sink);
      }
    }
    return true;
  }

  private void walk(int step, JsonTokens tokens, JsonToken first, JsonSink sink)
      throws IOException {
    if (step == steps.size()) {
      reader.read(tokens, first, tokens.line(), sink);
    } else if (first == JsonToken.START_OBJECT) {
      members(step, tokens, sink);
    } else if (first == JsonToken.START_ARRAY) {
      elements(step, tokens, sink);
    }
  }

  private void members(int step, JsonTokens tokens, JsonSink sink) throws IOException {
    for (String name = tokens.nextName(); name != null; name = tokens.nextName()) {
      JsonToken value = tokens.inner();
      if (steps.get(step).leadsTo(name)) {
        walk(step + 1, tokens, value, sink);
      } else {
        tokens.skip(value);
      }
    }
  }

  private void elements(int step, JsonTokens tokens, JsonSink sink) throws IOException {
    int index = 0;
    for (JsonToken token = tokens.inner(); token != JsonToken.END_ARRAY; token = tokens.inner()) {
      if (steps.get(step).leadsTo(index++)) {
        walk(step + 1, tokens, token, sink);
      } else {
        tokens.skip(token);
      }
    }
  }

  private void select(WideJsonPath path, JsonTokens tokens, JsonToken first, JsonSink sink)
      throws IOException {
    JsonTree document = new JsonTree(tokens, first);
    for (Object found : path.select(document.root())) {
      try (JsonTokens record = JsonTokens.of(factory, JsonTree.text(found))) {
        reader.read(record, record.inner(), document.line(found), sink);
      }
    }
  }
}
