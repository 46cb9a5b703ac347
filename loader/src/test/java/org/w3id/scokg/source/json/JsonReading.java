package org.w3id.scokg.source.json;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.w3id.scokg.source.BadRecord;
import org.w3id.scokg.source.Compression;
import org.w3id.scokg.source.Iteration;
import org.w3id.scokg.source.Iterations.Detail;
import org.w3id.scokg.source.SourceFile;
import org.w3id.scokg.source.ValueKind;

/**
 * What a JSON source gave.
 *
 * @param records a line for each record: {@code line/number a=value/KIND …}
 * @param bad the records that were left out
 * @param absent the references that no record had
 * @param names the keys that were met
 */
record JsonReading(
    List<String> records, List<BadRecord> bad, Set<String> absent, Collection<String> names) {

  /** A file to be read. */
  static SourceFile file(Path folder, String name, byte[] content, Charset encoding)
      throws IOException {
    return new SourceFile(
        Files.write(folder.resolve(name), content), name, Compression.NONE, encoding);
  }

  static SourceFile file(Path folder, String name, String content) throws IOException {
    return file(folder, name, content.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  static JsonReading of(SourceFile file, String iterator, String... references) {
    return of(file, Detail.REFERENCES, iterator, references);
  }

  static JsonReading of(SourceFile file, Detail detail, String iterator, String... references) {
    List<String> records = new ArrayList<>();
    List<BadRecord> bad = new ArrayList<>();
    try (JsonIterations iterations = new JsonIterations(file, iterator, detail)) {
      for (String reference : references) {
        iterations.reference(reference);
      }
      iterations.forEach(record -> records.add(show(record, detail, references)), bad::add);
      return new JsonReading(records, bad, iterations.absent(), iterations.names());
    }
  }

  private static String show(Iteration record, Detail detail, String... references) {
    StringBuilder shown = new StringBuilder();
    shown.append(record.line()).append('/').append(record.number());
    for (int number = 0; number < references.length; number++) {
      for (int i = 0; i < record.count(number); i++) {
        shown.append(' ').append(references[number]).append('=').append(record.value(number, i));
        if (record.kind(number, i) != ValueKind.STRING) {
          shown.append('/').append(record.kind(number, i));
        }
      }
    }
    return detail == Detail.WHOLE ? shown + " " + record.json() : shown.toString();
  }

  /** The problems of the records that were left out, each as it is shown. */
  List<String> problems() {
    return bad.stream().map(record -> record.problem().toString()).toList();
  }
}
