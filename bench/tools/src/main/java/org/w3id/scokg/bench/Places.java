package org.w3id.scokg.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Made-up places, the same at each call: {@code Places FILE COUNT} adds them to the table of the
 * project "rivers", with what the table has columns for. No two have the same name.
 */
final class Places {

  private static final List<String> BEGINNINGS =
      List.of("New", "Old", "Upper", "Lower", "Saint", "Great", "Little", "East", "West", "Port");
  private static final List<String> SYLLABLES =
      List.of(
          "al", "ber", "chi", "dor", "en", "fal", "gor", "hav", "il", "jen", "kal", "lin", "mor",
          "nor", "os", "pel", "qua", "ros", "sha", "tan", "ul", "ver", "wes", "xan", "yar", "zel");
  private static final List<String> ENDINGS =
      List.of("burg", "stan", "ford", "haven", "mouth", "field", "abad", "grad", "kent", "shan");
  private static final List<String> TYPES = List.of("River", "Town", "Bridge");

  private static final List<String> STATUSES = List.of("open", "closed", "planned");

  private Places() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    List<String> lines = Files.readAllLines(file);
    String[] columns = lines.get(0).split(",", -1);
    int row = lines.size();
    Random random = new Random(20260711);
    try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.APPEND)) {
      int number = 0;
      for (String name : names(Integer.parseInt(args[1]))) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
          cells.add(
              switch (column) {
                case "row" -> String.valueOf(row + 1);
                case "name" -> name;
                default -> cell(column, number, random);
              });
        }
        out.write(String.join(",", cells) + "\n");
        number++;
        row++;
      }
    }
  }

  /** What a place has in a column; a bridge stands in one of the towns that come before it. */
  private static String cell(String column, int number, Random random) {
    String type = TYPES.get(number % TYPES.size());
    return switch (column) {
      case "id" -> "p" + number;
      case "type" -> type;
      case "wkt" ->
          String.format(
              Locale.ROOT,
              "POINT(%.4f %.4f)",
              -10 + 150 * random.nextDouble(),
              5 + 60 * random.nextDouble());
      case "opened" ->
          LocalDate.of(1800, 1, 1).plusDays((long) (80_000 * random.nextDouble())).toString();
      case "status" -> STATUSES.get(random.nextInt(STATUSES.size()));
      case "town" ->
          type.equals("Bridge") ? "p" + (1 + 3 * random.nextInt(Math.max(1, number / 30))) : "";
      case "kilometres" -> type.equals("River") ? String.valueOf(1 + random.nextInt(6000)) : "";
      default -> "";
    };
  }

  static List<String> names(int count) {
    Random random = new Random(20010615);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder();
      if (random.nextInt(3) == 0) {
        name.append(pick(BEGINNINGS, random)).append(' ');
      }
      int start = name.length();
      // The number, in syllables, keeps names apart.
      for (int rest = i + SYLLABLES.size(); rest > 0; rest /= SYLLABLES.size()) {
        name.append(SYLLABLES.get(rest % SYLLABLES.size()));
      }
      name.append(pick(ENDINGS, random));
      name.setCharAt(start, Character.toUpperCase(name.charAt(start)));
      names.add(name.toString());
    }
    return names;
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
