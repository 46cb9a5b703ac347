package org.w3id.scokg.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who asks, and for what.
 *
 * @param path the path that was asked for, as it was sent
 * @param parameters what follows it, the first value of each
 * @param languages in the order in which they are to be tried
 * @param chosen the language chosen by {@code ?lang=}, if any
 * @param wording the words of the pages in the reader's language
 * @param origin the server's own address as the client wrote it, without a slash at its end
 */
record Visit(
    String path,
    Map<String, String> parameters,
    List<String> languages,
    Optional<String> chosen,
    Wording wording,
    String origin) {

  Visit {
    parameters = Map.copyOf(parameters);
    languages = List.copyOf(languages);
  }

  /** A word or a sentence of the pages. */
  String word(String key, Object... values) {
    return wording.get(key, values);
  }

  /** A path of this server, such that the language that was chosen stays so. */
  String href(String target) {
    return chosen.map(language -> with(target, "lang", language)).orElse(target);
  }

  /** A path with one more parameter. */
  static String with(String target, String name, String value) {
    int fragment = target.indexOf('#');
    String before = fragment < 0 ? target : target.substring(0, fragment);
    String after = fragment < 0 ? "" : target.substring(fragment);
    return before
        + (before.indexOf('?') < 0 ? '?' : '&')
        + name
        + "="
        + Addresses.query(value)
        + after;
  }

  /** This very page, with parameters of which one is another. */
  String here(String name, String value) {
    StringBuilder target = new StringBuilder(path);
    char mark = '?';
    for (String key : parameters.keySet().stream().sorted().toList()) {
      if (!key.equals(name)) {
        target.append(mark).append(Addresses.query(key)).append('=');
        target.append(Addresses.query(parameters.getOrDefault(key, "")));
        mark = '&';
      }
    }
    return value.isEmpty() ? target.toString() : with(target.toString(), name, value);
  }

  /** A parameter; empty without one. */
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /**
   * A parameter that counts from 0.
   *
   * @throws Problem if it is no such number
   */
  int number(String name) {
    String text = parameter(name);
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("\\d{1,6}")) {
      throw new Problem(400, word("problem.number", name, text));
    }
    return Integer.parseInt(text);
  }
}
