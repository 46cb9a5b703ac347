package org.w3id.scokg.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;

/** The forms in which a thing is described; those for which nobody asks in particular come last. */
enum Representation {
  HTML("text/html", "html"),
  TURTLE("text/turtle", "ttl"),
  JSON_LD("application/ld+json", "jsonld"),
  RDF_XML("application/rdf+xml", "rdf"),
  N_TRIPLES("application/n-triples", "nt"),
  N_QUADS("application/n-quads", "nq"),
  TRIG("application/trig", "trig"),
  JSON("application/json", "json");

  /** All forms, in the order in which they are preferred. */
  static final List<Representation> ALL = List.of(values());

  /** The forms for programs. */
  static final List<Representation> DATA = ALL.subList(1, ALL.size());

  /** The forms of what is a document itself, and no thing that JSON could be framed for. */
  static final List<Representation> DOCUMENTS = ALL.subList(0, ALL.size() - 1);

  /** The forms that are RDF syntaxes and nothing else. */
  static final List<Representation> RDF = DOCUMENTS.subList(1, DOCUMENTS.size());

  private final String mediaType;
  private final String extension;

  Representation(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** The form whose extension a path ends in. */
  static Optional<Representation> ofPath(String path) {
    return Arrays.stream(values()).filter(form -> path.endsWith("." + form.extension)).findFirst();
  }

  String mediaType() {
    return mediaType;
  }

  /** What a file of this form ends in, without the dot. */
  String extension() {
    return extension;
  }

  /** How Jena calls it. */
  Lang syntax() {
    return RDFLanguages.contentTypeToLang(mediaType);
  }

  /** Whether it tells the graph of each statement. */
  boolean hasGraphs() {
    return this == N_QUADS || this == TRIG;
  }
}
