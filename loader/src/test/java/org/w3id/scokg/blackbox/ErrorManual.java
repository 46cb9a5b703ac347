package org.w3id.scokg.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * docs/errors.md: which messages it explains, and which it shows.
 *
 * @param explained the messages in its headings, with {@code …} for what differs
 * @param shown its examples in {@code text} blocks, each as its lines
 */
record ErrorManual(List<Pattern> explained, List<List<String>> shown) {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** A message with fewer letters of its own would explain whatever reads alike. */
  private static final int LETTERS_TO_TELL = 4;

  static ErrorManual read() throws IOException {
    List<Pattern> explained = new ArrayList<>();
    List<List<String>> shown = new ArrayList<>();
    List<String> lines = Files.readAllLines(Path.of("../docs/errors.md"));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("### ")) {
        CODE.matcher(lines.get(i))
            .results()
            .map(code -> pattern(code.group(1)))
            .forEach(explained::add);
      } else if (lines.get(i).equals("```text")) {
        int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
        shown.add(lines.subList(i + 1, end));
        i = end;
      }
    }
    return new ErrorManual(List.copyOf(explained), List.copyOf(shown));
  }

  private static Pattern pattern(String message) {
    boolean telling = message.codePoints().filter(Character::isLetter).count() >= LETTERS_TO_TELL;
    return Pattern.compile(telling ? Example.pattern(message) : Pattern.quote(message));
  }

  boolean explains(String message) {
    return explained.stream().anyMatch(pattern -> pattern.matcher(message).matches());
  }
}
