package org.w3id.scokg.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/run.md lists the options that {@code --help} lists, also of commands below commands. */
class RunManualTest {

  private static final Pattern ROW =
      Pattern.compile("\\| `(?<option>--[a-z-]+)(?: [A-Z]+)?` \\| (?<commands>[a-z, ]+) \\| .*");
  private static final Pattern OPTION = Pattern.compile("^ +(?:-\\w, )?(--[a-z-]+)");
  private static final Pattern COMMAND = Pattern.compile("^  ([a-z-]+) {2,}\\S.*");

  @Test
  void listsTheOptionsOfEveryCommand() throws IOException {
    Map<String, Set<String>> documented = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("../docs/run.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        String commands = row.group("commands");
        List<String> named = commands.equals("all") ? commands() : List.of(commands.split(", "));
        named.forEach(
            c -> documented.computeIfAbsent(c, key -> new TreeSet<>()).add(row.group("option")));
      }
    }
    Map<String, Set<String>> helped = new TreeMap<>();
    commands().forEach(command -> helped.put(command, options(command)));
    assertThat(documented).isEqualTo(helped);
  }

  private static List<String> commands() {
    List<String> commands = new ArrayList<>();
    for (String command : found(COMMAND, Cli.run("--help").out())) {
      commands.add(command);
      found(COMMAND, Cli.run(command, "--help").out())
          .forEach(below -> commands.add(command + " " + below));
    }
    return commands;
  }

  private static Set<String> options(String command) {
    return new TreeSet<>(found(OPTION, help(command)));
  }

  private static String help(String command) {
    return Cli.run((command + " --help").split(" ")).out();
  }

  private static List<String> found(Pattern pattern, String text) {
    return text.lines()
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .toList();
  }
}
