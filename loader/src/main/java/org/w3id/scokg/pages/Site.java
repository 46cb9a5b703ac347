package org.w3id.scokg.pages;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the pages are about.
 *
 * @param dataset the IRI of the dataset
 * @param title what the dataset is called
 * @param base what every IRI of the project starts with
 * @param prefixes namespaces that may be abbreviated, by prefix
 * @param languages the languages of texts, the preferred one first
 * @param build the folder of the build that is served: its name is the build's id, and its dumps
 *     and its report are in it
 * @param endpoint the path on this server that SPARQL queries are sent to
 * @param texts folders with the texts of sources, which may then be quoted; none as a rule
 */
public record Site(
    String dataset,
    String title,
    String base,
    Map<String, String> prefixes,
    List<String> languages,
    Path build,
    String endpoint,
    List<Path> texts) {

  /** Copies the collections. */
  public Site {
    prefixes = Map.copyOf(prefixes);
    languages = List.copyOf(languages);
    texts = List.copyOf(texts);
  }

  /** The id of the build that is served. */
  String buildId() {
    return String.valueOf(build.getFileName());
  }

  /** What the names of the project's own graphs start with; other graphs are facts. */
  String graphSpace() {
    return base + "graph/";
  }

  /** What the IRIs of the project's own classes and properties start with. */
  String termSpace() {
    return base + "ontology#";
  }

  /** What the identifiers of entities start with. */
  String entitySpace() {
    return base + "id/";
  }

  /** An IRI with a prefix, if one fits, else as it is. */
  String shorten(String iri) {
    String best = iri;
    int length = 0;
    for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
      String space = prefix.getValue();
      if (space.length() > length && iri.startsWith(space) && iri.length() > space.length()) {
        best = prefix.getKey() + ":" + iri.substring(space.length());
        length = space.length();
      }
    }
    return best;
  }
}
