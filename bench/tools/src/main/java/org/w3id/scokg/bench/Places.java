package org.w3id.scokg.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Names of made-up places, the same at each call: {@code Places FILE COUNT} adds them to
 * the table of the project "rivers". No two have the same name.
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

  private Places() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    int row = Files.readAllLines(file).size();
    try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.APPEND)) {
      int number = 0;
      for (String name : names(Integer.parseInt(args[1]))) {
        String type = TYPES.get(number % TYPES.size());
        out.write("p" + number++ + "," + ++row + "," + type + "," + name + ",\n");
      }
    }
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
