package org.w3id.scokg.link;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.w3id.scokg.diagnostic.Diagnostic;
import org.w3id.scokg.diagnostic.Diagnostics;
import org.w3id.scokg.diagnostic.Location;
import org.w3id.scokg.diagnostic.Suggestion;

/** Turns CURIEs into IRIs (CURIE Syntax 1.0) by the prefixes of a set and those of SSSOM itself. */
final class Prefixes {

  /** What the terms of SSSOM start with. */
  static final String SSSOM = "https://w3id.org/sssom/";

  /** The prefixes that every set has (SSSOM, "IRI prefixes"). */
  static final Map<String, String> BUILT_IN =
      Map.of(
          "sssom", SSSOM,
          "owl", "http://www.w3.org/2002/07/owl#",
          "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
          "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
          "skos", "http://www.w3.org/2004/02/skos/core#",
          "semapv", "https://w3id.org/semapv/vocab/");

  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|\\\\^`]+");

  private final Map<String, String> map;

  /** Knows the prefixes given, and those built in. */
  Prefixes(Map<String, String> declared) {
    Map<String, String> all = new TreeMap<>(BUILT_IN);
    all.putAll(declared);
    this.map = Collections.unmodifiableMap(all);
  }

  /** Whether a text is an absolute IRI without characters that an IRI may not hold. */
  static boolean isIri(String text) {
    return ABSOLUTE.matcher(text).matches();
  }

  /** The IRI of a CURIE; where there is none, that is reported. */
  Optional<IRI> expand(String curie, String slot, Location location, Diagnostics problems) {
    int colon = curie.indexOf(':');
    String prefix = curie.substring(0, Math.max(colon, 0));
    String namespace = map.get(prefix);
    if (namespace == null) {
      problems.accept(colon < 0 ? notCurie(curie, slot, location) : unknown(curie, slot, location));
      return Optional.empty();
    }
    String iri = namespace + curie.substring(colon + 1);
    if (!isIri(iri)) {
      problems.accept(
          new Diagnostic(
              location,
              "%s '%s' gives no IRI".formatted(slot, curie),
              "it stands for <%s>, which holds a character that an IRI may not".formatted(iri),
              "correct the identifier"));
      return Optional.empty();
    }
    return Optional.of(SimpleValueFactory.getInstance().createIRI(iri));
  }

  /** What a CURIE of this set abbreviates the beginning of. */
  IRI namespace(String curie) {
    String prefix = curie.substring(0, Math.max(curie.indexOf(':'), 0));
    String namespace = map.get(prefix);
    if (namespace == null) {
      throw new IllegalArgumentException("curie must have a prefix of this set");
    }
    return SimpleValueFactory.getInstance().createIRI(namespace);
  }

  /** The CURIE of an IRI by the longest namespace that it starts with; empty where none fits. */
  Optional<String> shorten(String iri) {
    return map.entrySet().stream()
        .filter(prefix -> iri.startsWith(prefix.getValue()))
        .max(Comparator.comparingInt(prefix -> prefix.getValue().length()))
        .map(prefix -> prefix.getKey() + ":" + iri.substring(prefix.getValue().length()));
  }

  private static Diagnostic notCurie(String curie, String slot, Location location) {
    return new Diagnostic(
        location,
        "%s '%s' has no prefix".formatted(slot, curie),
        "identifiers of SSSOM/TSV are CURIEs: a prefix, ':' and a local name",
        "write it with a prefix of curie_map");
  }

  private Diagnostic unknown(String curie, String slot, Location location) {
    String prefix = curie.substring(0, curie.indexOf(':'));
    boolean iri = curie.startsWith("//", prefix.length() + 1);
    return new Diagnostic(
        location,
        iri
            ? "%s '%s' is an IRI, not a CURIE".formatted(slot, curie)
            : "%s '%s' has the unknown prefix '%s'".formatted(slot, curie, prefix),
        "prefixes known here: " + String.join(", ", map.keySet()),
        Suggestion.nearest(prefix, map.keySet())
            .map(near -> "write '%s:', or declare '%s' in curie_map".formatted(near, prefix))
            .orElse(
                iri
                    ? "declare a prefix for it in curie_map, and write the CURIE"
                    : "declare '%s' in curie_map".formatted(prefix)));
  }
}
