package org.w3id.scokg.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.source.BadRecord;
import org.w3id.scokg.source.BadReference;
import org.w3id.scokg.source.Iteration;
import org.w3id.scokg.source.Iterations;
import org.w3id.scokg.source.SourceFile;

/**
 * JSON read record by record: one document, several with or without blanks between them, or JSON
 * Lines. The iterator is applied to each document.
 */
public final class JsonIterations implements Iterations {

  private final SourceFile file;
  private final JsonPath iterator;
  private final Detail detail;
  private final JsonBytes bytes;
  private final JsonFactory factory = JsonTokens.factory();
  private final JsonReferences references = new JsonReferences();
  private final JsonErrors errors;
  private @Nullable JsonRecordReader reader;

  /**
   * Opens a source.
   *
   * @param iterator a JSONPath
   * @param detail what is kept of a record besides its values
   * @throws InputException if it cannot be read
   */
  public JsonIterations(SourceFile file, String iterator, Detail detail) {
    this.file = file;
    this.iterator = JsonPath.iterator(iterator);
    this.detail = detail;
    this.errors = new JsonErrors(file);
    try {
      this.bytes = JsonBytes.open(file);
    } catch (IOException e) {
      throw errors.fatal(e, 1);
    }
  }

  /**
   * Checks an iterator.
   *
   * @throws BadReference if it is not a JSONPath
   */
  public static void check(String iterator) {
    JsonPath.iterator(iterator);
  }

  @Override
  public int reference(String reference) {
    if (reader != null) {
      throw new IllegalStateException("references must be asked for before the records are read");
    }
    return references.number(reference);
  }

  @Override
  public void forEach(Consumer<Iteration> records, Consumer<BadRecord> bad) {
    if (reader != null) {
      throw new IllegalStateException("records must not be read twice");
    }
    reader = new JsonRecordReader(factory, references, detail, errors);
    JsonDocuments documents = new JsonDocuments(factory, iterator, reader);
    JsonSink sink = new JsonSink(records, bad);
    if (JsonLines.isNameOf(file)) {
      readLines(documents, reader, sink);
    } else {
      readDocuments(documents, sink);
    }
  }

  private void readDocuments(JsonDocuments documents, JsonSink sink) {
    long line = 1;
    try (JsonTokens tokens = JsonTokens.of(factory, bytes)) {
      try {
        if (!documents.read(tokens, sink)) {
          throw errors.empty();
        }
      } finally {
        line = tokens.line();
      }
    } catch (IOException e) {
      throw errors.fatal(e, line);
    }
  }

  /** The records of a line are given on once it is read to its end. */
  private void readLines(JsonDocuments documents, JsonRecordReader recordReader, JsonSink sink) {
    JsonLines lines = new JsonLines(bytes);
    JsonSink.Pending pending = new JsonSink.Pending(sink);
    try {
      for (JsonLines.Line line = lines.next(); line != null; line = lines.next()) {
        long before = recordReader.number();
        BadRecord problem = read(line, documents, pending.sink());
        if (problem == null) {
          pending.release();
        } else {
          pending.drop();
          recordReader.countFrom(before + 1);
          sink.bad().accept(problem);
        }
      }
    } catch (IOException e) {
      throw errors.fatal(e, lines.number() + 1);
    }
  }

  private @Nullable BadRecord read(JsonLines.Line line, JsonDocuments documents, JsonSink sink) {
    try (JsonTokens tokens = JsonTokens.of(factory, line)) {
      documents.read(tokens, sink);
      return null;
    } catch (IOException e) {
      return new BadRecord(errors.ofLine(e, line.number()), line.quoted());
    }
  }

  @Override
  public Set<String> absent() {
    return reader == null ? Set.of() : reader.absent();
  }

  @Override
  public Collection<String> names() {
    return reader == null ? List.of() : reader.names();
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
