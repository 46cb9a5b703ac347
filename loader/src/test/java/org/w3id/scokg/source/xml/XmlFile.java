package org.w3id.scokg.source.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.scokg.diagnostic.InputException;
import org.w3id.scokg.source.Compression;
import org.w3id.scokg.source.Format;
import org.w3id.scokg.source.Iteration;
import org.w3id.scokg.source.Iterations;
import org.w3id.scokg.source.Iterations.Detail;
import org.w3id.scokg.source.SourceFile;

/** An XML document in a temporary file, and what is read of it, written out for tests. */
record XmlFile(Path path, Charset encoding) {

  static final Map<String, String> NAMESPACES =
      Map.of("o", "http://other.example/", "r", "http://river.example/");

  /** What was read: each record as a line, then bad records, absent references and names. */
  record Read(List<String> records, List<String> bad, Set<String> absent, List<String> names) {}

  static XmlFile of(Path folder, byte[] document) {
    try {
      return new XmlFile(
          Files.write(folder.resolve("rivers.xml"), document), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static XmlFile of(Path folder, String document) {
    return of(folder, document.getBytes(StandardCharsets.UTF_8));
  }

  XmlFile in(Charset other) {
    return new XmlFile(path, other);
  }

  Iterations open(String iterator, Detail detail) {
    return Iterations.open(
        new SourceFile(path, "rivers.xml", Compression.NONE, encoding),
        new Format.Xml(iterator, NAMESPACES),
        detail);
  }

  /** Reads records; each is its number, its line, and the values of each reference. */
  Read read(String iterator, String... references) {
    try (Iterations source = open(iterator, Detail.REFERENCES)) {
      List<Integer> numbers = new ArrayList<>();
      for (String reference : references) {
        numbers.add(source.reference(reference));
      }
      List<String> records = new ArrayList<>();
      List<String> bad = new ArrayList<>();
      source.forEach(
          record -> records.add(written(record, numbers)),
          record -> bad.add(record.problem() + "\n" + record.json()));
      return new Read(records, bad, source.absent(), List.copyOf(source.names()));
    }
  }

  /** Values stand in quotes, so that an empty one is seen. */
  private static String written(Iteration record, List<Integer> numbers) {
    StringBuilder line = new StringBuilder(record.number() + "@" + record.line());
    for (int number : numbers) {
      line.append(record.count(number) == 0 ? " none" : "");
      for (int i = 0; i < record.count(number); i++) {
        line.append(i == 0 ? " '" : "'").append(record.value(number, i)).append('\'');
      }
    }
    return line.toString();
  }

  /** The records as JSON. */
  List<String> whole(String iterator, String... references) {
    try (Iterations source = open(iterator, Detail.WHOLE)) {
      for (String reference : references) {
        source.reference(reference);
      }
      List<String> records = new ArrayList<>();
      source.forEach(record -> records.add(record.json()), record -> {});
      return records;
    }
  }

  /** What is said of the document when records are read. */
  String problem(String iterator, String... references) {
    try {
      return "no problem: " + read(iterator, references);
    } catch (InputException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
