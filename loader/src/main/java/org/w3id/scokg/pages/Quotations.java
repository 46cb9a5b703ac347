package org.w3id.scokg.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Quotes the texts of sources that the operator has at hand. What is not what was cited, by its
 * digest, is not quoted. Safe for use by many threads.
 */
final class Quotations {

  /** In bytes. What is larger is not quoted, so that no source fills the memory. */
  private static final long LARGEST_TEXT = 4_000_000;

  /** How many texts are kept; more are read anew each time. */
  private static final int KEPT = 20;

  /** How many characters of a passage are quoted. */
  private static final int LONGEST = 2000;

  private final List<Path> folders;
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  /** Quotes from the files in some folders, and from no others. */
  Quotations(List<Path> folders) {
    this.folders = folders.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
  }

  /**
   * A passage.
   *
   * @param file the name that the source is registered with
   * @param start the position of the first character, from 0
   * @param end the position after the last one
   * @param digest the SHA-256 of the passage
   * @return what stands there; empty if it is not at hand, or something else
   */
  Optional<String> of(String file, String start, String end, String digest) {
    if (folders.isEmpty() || !start.matches("\\d{1,9}") || !end.matches("\\d{1,9}")) {
      return Optional.empty();
    }
    String text = text(file);
    int from = Integer.parseInt(start);
    int to = Integer.parseInt(end);
    if (from >= to || to > text.codePointCount(0, text.length())) {
      return Optional.empty();
    }
    int first = text.offsetByCodePoints(0, from);
    String passage = text.substring(first, text.offsetByCodePoints(first, to - from));
    String actual = DigestUtils.sha256Hex(passage);
    return actual.equals(digest.toLowerCase(Locale.ROOT))
        ? Optional.of(new Label(passage, "").cut(LONGEST).text())
        : Optional.empty();
  }

  /** The text of a file; an empty one if it is not at hand. */
  private String text(String file) {
    String text = texts.get(file);
    if (text == null) {
      text = read(file);
      if (texts.size() < KEPT) {
        texts.put(file, text);
      }
    }
    return text;
  }

  private String read(String name) {
    for (Path folder : folders) {
      Path file = folder.resolve(name).normalize();
      // A name comes out of the data, and must not lead out of the folder.
      if (file.startsWith(folder) && Files.isRegularFile(file)) {
        try {
          return Files.size(file) > LARGEST_TEXT ? "" : Files.readString(file);
        } catch (IOException e) {
          // It cannot be read, or is not UTF-8, and so is no text at hand.
          return "";
        }
      }
    }
    return "";
  }
}
