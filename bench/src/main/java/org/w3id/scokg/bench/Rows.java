package org.w3id.scokg.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes the table of the scaled case, the same at each call: {@code Rows FILE COUNT}. */
final class Rows {

  private static final List<String> GIVEN = List.of("Aigul", "Boris", "Chen", "Dilnoza", "Erkin");
  private static final List<String> FAMILY = List.of("Абаев", "李", "Khan", "O'Neill", "Usmonov");
  private static final List<String> CITY = List.of("Saint Petersburg", "Ürümqi", "上海", "Almaty");
  private static final List<String> LANGUAGE = List.of("en", "ru", "zh");

  private final Random random = new Random(20010615);

  private Rows() {}

  public static void main(String[] args) throws IOException {
    new Rows().write(Path.of(args[0]), Integer.parseInt(args[1]));
  }

  private void write(Path file, int count) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("id,fact,given,family,born,height,city,homepage,note,language\n");
      for (int i = 1; i <= count; i++) {
        out.write(row(i));
      }
    }
  }

  private String row(int i) {
    return String.format(
        Locale.ROOT,
        "p%d,f%d,%s,%s,%s,1.%02d,%s,https://example.org/~p%d/,\"Row %d, told to be \"\"%d\"\"\",%s%n",
        i,
        i,
        any(GIVEN),
        any(FAMILY),
        LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000)),
        50 + random.nextInt(50),
        any(CITY),
        i,
        i,
        random.nextInt(1_000_000),
        any(LANGUAGE));
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
