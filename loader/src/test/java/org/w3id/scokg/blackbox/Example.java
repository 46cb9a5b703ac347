package org.w3id.scokg.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command in a {@code console} block of a page and what it prints.
 *
 * <p>A command begins with {@code $ } and goes on over lines that begin with {@code > }; the lines
 * below are its output. In these, {@code …} stands for a part of a line, and alone on a line for
 * any number of lines. Blanks at the ends of lines do not count.
 *
 * @param line the line of the page that the command stands on, from 1
 * @param command the command, for a POSIX shell
 * @param output what it prints, line by line
 */
record Example(int line, String command, List<String> output) {

  private static final String ANYTHING = "…";

  /** The examples of a page, in order. */
  static List<Example> of(Path page) throws IOException {
    List<String> lines = Files.readAllLines(page);
    List<Example> examples = new ArrayList<>();
    boolean inside = false;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        inside = lines.get(i).equals("```console");
      } else if (inside && lines.get(i).startsWith("$ ")) {
        examples.add(at(i, lines));
      }
    }
    return examples;
  }

  private static Example at(int start, List<String> lines) {
    StringBuilder command = new StringBuilder(lines.get(start).substring(2));
    int next = start + 1;
    while (lines.get(next).startsWith("> ")) {
      command.append('\n').append(lines.get(next++).substring(2));
    }
    List<String> output = new ArrayList<>();
    while (!lines.get(next).startsWith("$ ") && !lines.get(next).startsWith("```")) {
      output.add(lines.get(next++));
    }
    return new Example(start + 1, command.toString(), List.copyOf(output));
  }

  /** Whether this is what the page says the command prints. */
  boolean isMetBy(String printed) {
    String pattern =
        output.stream()
            .map(line -> line.strip().equals(ANYTHING) ? "(?:.*\n)*" : pattern(line) + "\n")
            .collect(Collectors.joining());
    String text = lines(printed).stream().map(line -> line + "\n").collect(Collectors.joining());
    return Pattern.matches(pattern, text);
  }

  /** A pattern for a line in which {@code …} stands for anything. */
  static String pattern(String line) {
    return Pattern.quote(line.stripTrailing()).replace(ANYTHING, "\\E.*\\Q");
  }

  /** What was printed as a page shows it: without blanks at the ends of lines and of the text. */
  static List<String> lines(String printed) {
    return printed.stripTrailing().lines().map(String::stripTrailing).toList();
  }
}
