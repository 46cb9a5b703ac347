package org.w3id.scokg.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Writes the rows of {@code rows.rml.ttl}, the same at each call and in each format: {@code Rows
 * FILE COUNT}. The ending of the file says the format: csv, json or xml.
 */
final class Rows {

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "fact",
          "given",
          "family",
          "born",
          "height",
          "city",
          "homepage",
          "note",
          "language");

  private static final List<String> GIVEN = List.of("Aigul", "Boris", "Chen", "Dilnoza", "Erkin");
  private static final List<String> FAMILY = List.of("Абаев", "李", "Khan", "O'Neill", "Usmonov");
  private static final List<String> LANGUAGE = List.of("en", "ru", "zh");

  // In ASCII, since RMLMapper encodes other letters in an IRI, which the others keep.
  private static final List<String> CITY = List.of("Saint Petersburg", "Almaty", "Bishkek", "Osh");

  private final Random random = new Random(20010615);

  private Rows() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    Rows rows = new Rows();
    try (Writer writer = Files.newBufferedWriter(file)) {
      Records records = Records.of(file, writer);
      records.begin(COLUMNS);
      for (int i = 1, count = Integer.parseInt(args[1]); i <= count; i++) {
        records.add(rows.row(i));
      }
      records.end();
    }
  }

  private List<String> row(int i) {
    return List.of(
        "p" + i,
        "f" + i,
        any(GIVEN),
        any(FAMILY),
        LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000)).toString(),
        // Without a zero at its end, which JSON would not keep.
        "1." + (5 + random.nextInt(5)) + (1 + random.nextInt(9)),
        any(CITY),
        "https://example.org/~p" + i + "/",
        "Row " + i + ", told to be \"" + random.nextInt(1_000_000) + "\" & counted",
        any(LANGUAGE));
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
