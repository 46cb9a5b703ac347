package org.w3id.scokg.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The words of the pages themselves, in one language. */
final class Wording {

  /** What marks the place of a value. */
  private static final String PLACE = "%s";

  /** The language that has all words. */
  static final String COMPLETE = "en";

  private final String language;
  private final Map<String, String> words;

  private Wording(String language, Map<String, String> words) {
    this.language = language;
    this.words = Map.copyOf(words);
  }

  /** All wordings that have been read. Safe for use by many threads. */
  static final class Shelf {

    private final Map<String, Optional<Wording>> read = new ConcurrentHashMap<>();

    /** The wording in the first of some languages that there is one in. */
    Wording of(List<String> languages) {
      for (String language : languages) {
        Optional<Wording> wording = read.computeIfAbsent(language, Wording::read);
        if (wording.isPresent()) {
          return wording.get();
        }
      }
      return read.computeIfAbsent(COMPLETE, Wording::read)
          .orElseThrow(() -> new IllegalStateException("Bug: there is no English wording"));
    }
  }

  private static Optional<Wording> read(String language) {
    if (!language.matches("[a-z]{2,3}")) {
      return Optional.empty();
    }
    Map<String, String> words = new HashMap<>();
    boolean isThere = add(COMPLETE, words);
    isThere &= language.equals(COMPLETE) || add(language, words);
    return isThere ? Optional.of(new Wording(language, words)) : Optional.empty();
  }

  private static boolean add(String language, Map<String, String> words) {
    try (InputStream in =
        Wording.class.getResourceAsStream("wording." + language + ".properties")) {
      if (in == null) {
        return false;
      }
      Properties properties = new Properties();
      try (Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        properties.load(text);
      }
      properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its language tag. */
  String language() {
    return language;
  }

  /** A word or a sentence, with values in the places marked for them, as far as there are any. */
  String get(String key, Object... values) {
    String text = words.get(key);
    if (text == null) {
      throw new IllegalStateException("Bug: there is no wording of '" + key + "'");
    }
    return values.length == 0 ? text : filled(text, values);
  }

  private static String filled(String text, Object... values) {
    StringBuilder filled = new StringBuilder(text.length() + 32);
    int from = 0;
    int place = text.indexOf(PLACE);
    for (int i = 0; i < values.length && place >= 0; i++) {
      filled.append(text, from, place).append(values[i]);
      from = place + PLACE.length();
      place = text.indexOf(PLACE, from);
    }
    return filled.append(text, from, text.length()).toString();
  }

  /** A number, with its digits in groups. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202F');
  }
}
