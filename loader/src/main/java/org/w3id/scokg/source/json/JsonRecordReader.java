package org.w3id.scokg.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.source.BadRecord;
import org.w3id.scokg.source.Iterations.Detail;
import org.w3id.scokg.source.json.JsonReferences.WideReference;

/**
 * Reads records, one after another. A record is only held whole where it is asked for, or where a
 * reference is evaluated on the whole of it.
 */
final class JsonRecordReader {

  /** Records that are held whole may have so many characters, as those of a table. */
  private static final int RECORD_LIMIT = 1 << 24;

  private final JsonFactory factory;
  private final JsonReferences references;
  private final Detail detail;
  private final JsonErrors errors;
  private final JsonKeys keys;
  private final JsonRecordBuilder builder;
  private final JsonCapture capture;
  private long number;

  JsonRecordReader(
      JsonFactory factory, JsonReferences references, Detail detail, JsonErrors errors) {
    this.factory = factory;
    this.references = references;
    this.detail = detail;
    this.errors = errors;
    this.keys = references.keys();
    this.builder = new JsonRecordBuilder(references.size());
    this.capture = new JsonCapture(factory, references, builder);
  }

  /** How many records were read. */
  long number() {
    return number;
  }

  /** Counts on from another number of records. */
  void countFrom(long count) {
    number = count;
  }

  /** The plain references that no record had. */
  Set<String> absent() {
    return number == 0 ? Set.of() : references.absent(capture.met());
  }

  /** The keys that were met. */
  Collection<String> names() {
    return references.names(keys);
  }

  /**
   * Reads a record to its end.
   *
   * @param first its first token, just read
   * @param line the line on which it starts
   */
  void read(JsonTokens tokens, JsonToken first, long line, JsonSink sink) throws IOException {
    number++;
    builder.clear();
    capture.start();
    String json = null;
    if (detail == Detail.WHOLE || !references.wide().isEmpty()) {
      json = whole(tokens, first);
    } else {
      capture.read(keys, tokens, first);
    }
    JsonProblem problem = capture.problem();
    if (problem == null) {
      sink.records().accept(builder.build(line, number, detail == Detail.WHOLE ? json : null));
    } else {
      String read = json == null ? builder.json(references) : json;
      sink.bad().accept(new BadRecord(errors.ofRecord(problem, line), read));
    }
  }

  private @Nullable String whole(JsonTokens tokens, JsonToken first) throws IOException {
    String json = JsonText.copy(tokens, first, RECORD_LIMIT);
    if (json.length() > RECORD_LIMIT) {
      capture.report(
          new JsonProblem(
              String.format("the record holds more than %,d characters", RECORD_LIMIT),
              "a record is held in memory where it is kept whole or a JSONPath asks for it",
              "shorten the record, or let the iterator find smaller ones"));
      return null;
    }
    try (JsonTokens again = JsonTokens.of(factory, json)) {
      capture.read(keys, again, again.inner());
    }
    if (!references.wide().isEmpty()) {
      evaluate(json);
    }
    return json;
  }

  private void evaluate(String json) throws IOException {
    try (JsonTokens again = JsonTokens.of(factory, json)) {
      Object record = new JsonTree(again, again.inner()).root();
      for (WideReference reference : references.wide()) {
        for (Object value : reference.path().select(record)) {
          capture.add(reference.reference(), value);
        }
      }
    } catch (JsonProblem e) {
      capture.report(e);
    }
  }
}
