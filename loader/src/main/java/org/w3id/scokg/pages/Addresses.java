package org.w3id.scokg.pages;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where things are on the server. Identifiers have the paths that they have at home, and lead to a
 * page or a document.
 *
 * @param base what every IRI of the project starts with
 */
record Addresses(String base) {

  /** What is identified besides entities, and described on a page of its own. */
  private static final List<String> KINDS = List.of("fact/", "source/");

  /** What is a document itself. */
  private static final Set<String> DOCUMENTS = Set.of("ontology", "dataset");

  /** What needs no escape in a path, besides letters and digits. */
  private static final String PLAIN = "-._~/%#=,:@!$*();";

  /** The path of the page on which a thing is shown; empty if there is none. */
  Optional<String> page(String iri) {
    if (!iri.startsWith(base)) {
      return Optional.empty();
    }
    String local = iri.substring(base.length());
    if (local.startsWith("id/") && local.length() > 3) {
      return Optional.of("/page/" + encode(withoutFragment(local.substring(3))));
    }
    if (KINDS.stream().anyMatch(local::startsWith)) {
      return Optional.of("/page/" + encode(withoutFragment(local)));
    }
    boolean isHere = local.startsWith("query/") || DOCUMENTS.contains(withoutFragment(local));
    return isHere ? Optional.of("/" + encode(local)) : Optional.empty();
  }

  /** What a page or a document is called that describes an IRI, under {@code /page/} or so. */
  static String name(String kind, String rest) {
    return kind.equals("id") ? rest : kind + "/" + rest;
  }

  /** The IRIs that the name of a page may stand for, as it was sent and as it reads decoded. */
  Set<String> iris(String name) {
    Set<String> iris = new LinkedHashSet<>();
    for (String spelt : List.of(name, decode(name))) {
      boolean isOther = KINDS.stream().anyMatch(spelt::startsWith);
      iris.add(base + (isOther ? "" : "id/") + spelt);
    }
    return iris;
  }

  private static String withoutFragment(String local) {
    int fragment = local.indexOf('#');
    return fragment < 0 ? local : local.substring(0, fragment);
  }

  static String decode(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return raw;
    }
  }

  /** A part of an IRI as a path: what is escaped in it stays so. */
  static String encode(String part) {
    int start = 0;
    while (start < part.length() && isPlain(part.charAt(start))) {
      start++;
    }
    if (start == part.length()) {
      return part;
    }
    StringBuilder encoded = new StringBuilder();
    part.codePoints()
        .forEach(
            c -> {
              if (isPlain(c)) {
                encoded.append((char) c);
              } else {
                encoded.append(query(Character.toString(c)));
              }
            });
    return encoded.toString();
  }

  private static boolean isPlain(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
  }

  /** A text as the value of a parameter. */
  static String query(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
